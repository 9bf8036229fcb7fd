"""A file that a visitor sends: read and checked in a process with limits, and then forgotten."""

from govreport.checks.run import run
from govreport.checks.subject import Subject
from govreport.editions.cells import Content
from govreport.importing.grid import Unreadable
from govreport.importing.limits import apart, read_safely
from govreport.importing.reading import Reading
from govreport.portal.check_pages import CheckedPage, checked_page

File = tuple[str, bytes]  # name and bytes


class Refused(ValueError):
    """A file cannot be checked. `field` is the one of the form that it stands in; the text says why."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def check_file(report: File, *, previous: File | None) -> CheckedPage:
    """Read and check a report, compared with last year's where it is given. Raises Refused."""
    reading = _read("report", report)
    before = _read("previous", previous).content if previous else None
    if before and reading.content.year and before.year and before.year != reading.content.year - 1:
        sentence = f"这是 {before.year} 年度的年报，不是 {reading.content.year} 年度的上一年度"
        raise Refused("previous", sentence)
    return _checked(reading, before, name=report[0])


def _read(field: str, file: File) -> Reading:
    try:
        return read_safely(*file)
    except Unreadable as error:
        raise Refused(field, str(error)) from None


def _checked(reading: Reading, previous: Content | None, *, name: str) -> CheckedPage:
    subject = Subject(reading.content, previous=previous, layout=reading.layout)
    try:
        result = apart(run, subject, doing="检查")
    except Unreadable as error:
        raise Refused("report", str(error)) from None
    return checked_page(reading, result, name=name, previous=previous)
