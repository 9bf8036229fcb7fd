"""Two hundred past reports with ten broken files among them, imported as an authority would; and again."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from govreport.agencies.models import Agency
from govreport.publishing.models import Artifact, Origin, Publication
from govreport.rendering.interchange import canonical, read
from govreport.rendering.xlsx import workbook
from tests.contents import CORPUS
from tests.importing.past import as_page, as_text, as_word

pytestmark = [pytest.mark.matrix, pytest.mark.django_db, pytest.mark.usefixtures("quick_pdf")]

FILES, BROKEN = 200, 10
YEARS = (2019, 2020, 2021, 2022, 2023)
WRITERS = {".docx": as_word, ".xlsx": workbook, ".html": as_page, ".txt": as_text, ".json": canonical}


def make_towns() -> None:
    """Forty towns."""
    names = [f"云溪县{colour}{place}镇人民政府" for colour in "青白红金玉" for place in "山水石田林泉桥井"]
    Agency.objects.bulk_create(
        Agency(code=f"town-{number}", name=name, kind=Agency.Kind.TOWN, path=f"{number:04}", depth=1)
        for number, name in enumerate(names, start=1)
    )


def write_files(folder: Path, agencies: list[Agency]) -> None:
    """The published figures over and over, under the names of the agencies and years of their editions."""
    contents = [read(path.read_bytes()).content for path in CORPUS]
    places = [(agency, year) for agency in agencies for year in YEARS]
    for number, (agency, year) in enumerate(places):
        fitting = [one for one in contents if one.edition == ("2019" if year < 2021 else "2021")]
        content = replace(
            fitting[number % len(fitting)],
            agency_name=agency.name,
            agency_code=None,
            year=year,
            title=None,
            period=None,
            signature=None,
        )
        suffix, write = list(WRITERS.items())[number % len(WRITERS)]
        (folder / str(year)).mkdir(exist_ok=True)
        (folder / str(year) / f"{number:03}{suffix}").write_bytes(write(content))


def break_files(folder: Path) -> None:
    """Every twentieth file is spoilt, in five ways."""
    spoilt = sorted(path for path in folder.rglob("*") if path.is_file())[:: FILES // BROKEN]
    for number, path in enumerate(spoilt):
        data = path.read_bytes()
        path.write_bytes((data[: len(data) // 20], b"", b"\x89PNG" * 40, b"{", b"<p>404</p>")[number % 5])


def run(folder: Path, *options: str) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("import_reports", str(folder), *options, stdout=out)
    except SystemExit as stop:
        return int(stop.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_of_200_files_with_ten_broken_ones_190_are_kept_and_the_second_time_none(tmp_path: Path) -> None:
    make_towns()
    write_files(tmp_path, list(Agency.objects.order_by("path")))
    break_files(tmp_path)

    status, out = run(tmp_path)

    assert status == 1
    assert f"共 {FILES} 个文件：导入 190 个，已有 0 个，未导入 10 个" in out
    assert out.partition("未导入的文件：")[2].count("\n  ") == BROKEN
    assert Publication.objects.filter(origin=Origin.IMPORTED).count() == FILES - BROKEN
    artifacts = Artifact.objects.count()

    status, out = run(tmp_path)

    assert status == 1
    assert "导入 0 个，已有 190 个，未导入 10 个" in out
    assert Artifact.objects.count() == artifacts
