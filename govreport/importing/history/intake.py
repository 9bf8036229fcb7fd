"""One file of history after the other: each is kept, there already, or refused with a sentence."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from govreport.agencies.models import Agency, User
from govreport.importing.grid import Unreadable
from govreport.importing.history.examining import (
    Found,
    Standing,
    agency_of,
    examine,
    kept_already,
    read_file,
    year_of,
)
from govreport.importing.history.keeping import NotKept, keep
from govreport.importing.history.names import Register, Unrecognised
from govreport.publishing.models import Publication
from govreport.rendering.interchange import fingerprint


class Outcome(StrEnum):
    """What became of a file."""

    KEPT = "导入"
    PRESENT = "已有"
    FAILED = "未导入"


@dataclass(frozen=True)
class Taken:
    """What became of a file, in one sentence; `agency` and `year` where they are known."""

    outcome: Outcome
    sentence: str
    agency: str = ""
    year: int | None = None


@dataclass
class Intake:
    """Takes files in. In a dry run nothing is kept, and files that speak of the same report are told.

    `incomplete` lets a report pass that lacks one of the three tables.
    """

    register: Register
    correction: str = ""
    dry_run: bool = False
    incomplete: bool = False
    by: User | None = None
    _planned: dict[tuple[int, int], str] = field(default_factory=dict)

    def take(
        self,
        name: str,
        data: bytes,
        *,
        at: datetime,
        places: tuple[str, ...] = (),
        agency: Agency | None = None,
        year: int | None = None,
    ) -> Taken:
        """Take one file in, whole or not at all; `agency` and `year` where a person has said them.

        `places` are the names of the file and its folder, without suffix, the nearer first.
        """
        known = kept_already(data) if agency is None and year is None else None
        if known is not None:
            return Taken(Outcome.PRESENT, "内容相同，没有再导入", known.agency.name, known.year)
        try:
            reading = read_file(name, data)
            whose = agency or agency_of(reading, self.register, places=places)
            which = year or year_of(reading, places=places)
            found = examine(name, data, reading, agency=whose, year=which, at=at)
        except (Unreadable, Unrecognised) as error:
            return Taken(Outcome.FAILED, str(error))
        return self._decide(found, at)

    def _decide(self, found: Found, at: datetime) -> Taken:
        place = (found.agency.name, found.year)
        if found.standing is Standing.PRESENT:
            return Taken(Outcome.PRESENT, found.sentence, *place)
        if found.incomplete and not self.incomplete:
            return Taken(
                Outcome.FAILED, f"{found.incomplete}；原件就是这样的，加 --incomplete 再导入", *place
            )
        try:
            version = self._plan(found) if self.dry_run else self._keep(found, at).version
        except NotKept as error:
            return Taken(Outcome.FAILED, str(error), *place)
        corrected = f"，作为第 {version} 版" if version > 1 else ""
        return Taken(Outcome.KEPT, f"{told(found)}{corrected}", *place)

    def _keep(self, found: Found, at: datetime) -> Publication:
        return keep(found, by=self.by, at=at, correction=self.correction)

    def _plan(self, found: Found) -> int:
        """The version it would become. Raises NotKept as `keep` would after the files before it."""
        if found.standing is Standing.REFUSED or (found.standing is Standing.DIFFERS and not self.correction):
            raise NotKept(found.sentence)
        place, content = (found.agency.pk, found.year), fingerprint(found.content)
        if self._planned.setdefault(place, content) != content:
            raise NotKept(f"前面已有一个 {found.year} 年度的文件，内容不同")
        return found.publication.version + 1 if found.publication else 1


def told(found: Found) -> str:
    """What was read, counted."""
    counts = {
        "数字": (len(found.content.figures), "格"),
        "存疑": (len(found.reading.doubts), "处"),
        "问题": (len(found.result.findings), "处"),
    }
    return "，".join(f"{name} {count} {unit}" for name, (count, unit) in counts.items())
