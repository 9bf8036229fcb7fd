"""import_reports: past reports into the system, as they were filed."""

import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.utils import timezone

from govreport.agencies.models import Agency
from govreport.desk.past_files import PastFile, PastFiles, past_files
from govreport.desk.progress import Progress
from govreport.desk.report_files import reason_of
from govreport.importing.history.intake import Intake, Outcome, Taken
from govreport.importing.history.register import register_of
from govreport.importing.limits import LARGEST_FILE


class Command(BaseCommand):
    """Exit 0: every file was imported or is there already; 1: at least one was not; 2: a wrong call."""

    help = "导入以往的年度报告，按原文收录；一个文件出错不影响其余的"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", type=Path, nargs="+", metavar="PATH", help="文件，或者文件夹（包括下级）"
        )
        parser.add_argument("--dry-run", action="store_true", help="只读取和检查，不导入")
        parser.add_argument("--incomplete", action="store_true", help="原件就缺表的，也照样导入")
        parser.add_argument("--agency", metavar="CODE", help="单位代码；只能用于一个文件")
        parser.add_argument("--year", type=int, metavar="N", help="年度；只能用于一个文件")
        parser.add_argument(
            "--as-correction",
            metavar="REASON",
            help="内容不同的，作为更正后的新版收录，并公开这个理由",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = self._files(options)
        agency = self._agency(options["agency"]) if options["agency"] else None
        intake = Intake(
            register_of(Agency.objects.all()),
            correction=options["as_correction"] or "",
            dry_run=options["dry_run"],
            incomplete=options["incomplete"],
        )
        progress = Progress(self.stdout, len(found.files))
        results = []
        for file in found.files:
            taken = self._take(intake, file, agency, options["year"])
            results.append((file, taken))
            progress.say(_line(file, taken, options["dry_run"]))
        progress.end()
        self.stdout.write("\n".join(_summary(results, found.others, options["dry_run"])))
        if any(taken.outcome is Outcome.FAILED for _, taken in results):
            sys.exit(1)

    def _files(self, options: dict[str, Any]) -> PastFiles:
        missing = [path for path in options["paths"] if not path.exists()]
        if missing:
            self._refuse(f"{missing[0]}：没有这个文件或者文件夹")
        found = past_files(options["paths"])
        if not found.files:
            self._refuse("没有找到可以读取的文件")
        if len(found.files) > 1 and (options["agency"] or options["year"]):
            self._refuse("--agency 和 --year 只能用于一个文件")
        if options["as_correction"] is not None and not options["as_correction"].strip():
            self._refuse("--as-correction 要写明更正的理由")
        return found

    def _agency(self, code: str) -> Agency:
        agency = Agency.objects.filter(code=code).first()
        return agency or self._refuse(f"没有代码是 {code} 的单位")

    def _take(self, intake: Intake, file: PastFile, agency: Agency | None, year: int | None) -> Taken:
        try:
            with file.path.open("rb") as opened:
                data = opened.read(LARGEST_FILE + 1)  # one more tells that it is too large
        except OSError as error:
            return Taken(Outcome.FAILED, f"打不开（{reason_of(error)}）")
        return intake.take(file.name, data, at=timezone.now(), places=file.places, agency=agency, year=year)

    def _refuse(self, sentence: str) -> NoReturn:
        self.stderr.write(sentence)
        sys.exit(2)


def _line(file: PastFile, taken: Taken, dry_run: bool) -> str:
    whose = f"{taken.agency} {taken.year} 年度，" if taken.agency else ""
    word = "可以导入" if dry_run and taken.outcome is Outcome.KEPT else taken.outcome
    return f"{word}  {file.shown}：{whose}{taken.sentence}"


def _summary(results: list[tuple[PastFile, Taken]], others: int, dry_run: bool) -> list[str]:
    counts = Counter(taken.outcome for _, taken in results)
    kept = "可以导入" if dry_run else "导入"
    lines = [
        f"共 {len(results)} 个文件：{kept} {counts[Outcome.KEPT]} 个，"
        f"已有 {counts[Outcome.PRESENT]} 个，未导入 {counts[Outcome.FAILED]} 个"
    ]
    if others:
        lines.append(f"文件夹里另有 {others} 个其他格式的文件没有读取")
    if dry_run:
        lines.append("这是试运行，没有导入任何年报")
    failed = [
        f"  {file.shown}：{taken.sentence}" for file, taken in results if taken.outcome is Outcome.FAILED
    ]
    return [*lines, "未导入的文件：", *failed] if failed else lines
