"""The report that is measured: the tests' county, with the figures of a report that was really published."""

from pathlib import Path

from govreport.agencies.models import User
from govreport.editions.numbers import plain
from govreport.publishing.models import Publication
from govreport.reports.drafts import start
from govreport.reports.models import Report
from govreport.workflow import actions
from tests import people
from tests.contents import published
from tests.drafts import NOW, complete

SAMPLE = Path("tests/samples/corpus/jiangsu-suqian-2023.json")
FIGURES_OF = "shanxi-zezhou-ziranziyuanju-2023"  # its three tables agree


def county() -> tuple[Report, dict[str, User]]:
    """An empty report of 云溪县林业局 for 2023, and the people."""
    agencies = people.make_county()
    cast = people.make_cast(agencies)
    year = people.make_reporting_year(agencies["yunxi-gov"])
    return start(agencies["yunxi-lyj"], year, by=cast["clerk"], at=NOW), cast


def fill_in(report: Report, clerk: User) -> Report:
    """Everything filled in, without an error."""
    return complete(report, by=clerk, figures=real_figures(report))


def real_figures(report: Report) -> dict[str, str]:
    """What a clerk would type, by address."""
    figures = published(FIGURES_OF).figures
    typed = {cell.address for table in report.edition.tables for cell in report.edition.entries(table.key)}
    return {str(address): plain(number) for address, number in figures.items() if address in typed}


def publish(report: Report, cast: dict[str, User]) -> Publication:
    """Take the filled-in report all the way to the public."""
    actions.submit(report, by=cast["clerk"], at=NOW)
    actions.approve(report, by=cast["supervisor"], at=NOW)
    return actions.publish(report, by=cast["supervisor"], at=NOW)
