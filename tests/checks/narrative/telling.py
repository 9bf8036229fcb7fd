"""A report with known figures that tells a text: what the tests of N501 read against."""

from dataclasses import replace

from govreport.checks.finding import Result
from govreport.checks.narrative.reading.claims import claims
from govreport.checks.narrative.reading.sentence import Claim
from govreport.checks.narrative.reading.standing import speaker
from govreport.checks.narrative.text import Passage
from govreport.checks.subject import AgencyFacts, Subject
from govreport.editions.cells import Content, Scope
from tests.contents import filled, judged

_APPLICATIONS = {  # natural persons, commercial enterprises
    "new_received": (8, 2),
    "carried_in": (2, 0),
    "granted": (5, 1),
    "partially_granted": (1, 0),
    "denied_third_party_rights": (1, 0),
    "denied_deliberative_process": (1, 0),
    "unable_not_held": (0, 1),
    "unprocessed_petition_complaint": (1, 0),
    "results_total": (9, 2),
    "carried_out": (1, 0),
}
_DISPUTES = {  # upheld, corrected, other_result, pending
    "reconsideration": (2, 1, 0, 1),
    "direct_litigation": (1, 0, 0, 1),
    "litigation_after_reconsideration": (1, 0, 0, 0),
}
FIGURES = {
    "disclosure.normative_documents.issued": 3,
    "disclosure.normative_documents.repealed": 1,
    "disclosure.normative_documents.in_force": 12,
    "disclosure.licenses.decisions": 120,
    "disclosure.penalties.decisions": 30,
    "disclosure.compulsory_measures.decisions": 5,
    "disclosure.administrative_fees.amount": 86,
}
for _row, (_persons, _firms) in _APPLICATIONS.items():
    FIGURES[f"applications.{_row}.natural_person"] = _persons
    FIGURES[f"applications.{_row}.commercial_enterprise"] = _firms
    FIGURES[f"applications.{_row}.total"] = _persons + _firms
for _row, _outcomes in _DISPUTES.items():
    for _column, _count in zip(("upheld", "corrected", "other_result", "pending"), _outcomes, strict=True):
        FIGURES[f"disputes.{_row}.{_column}"] = _count
    FIGURES[f"disputes.{_row}.total"] = sum(_outcomes)

BUREAU = AgencyFacts("云溪县林业局", "department")
COUNTY = AgencyFacts("云溪县人民政府", "government")


def content(text: str, *, scope: Scope = "own", agency: AgencyFacts = BUREAU) -> Content:
    """The report of 2023 with the figures above and this text in part 一."""
    known = replace(filled("2021", FIGURES), scope=scope, agency_name=agency.name)
    return replace(known, narrative={"overview": text})


def telling(text: str, *, scope: Scope = "own", agency: AgencyFacts = BUREAU) -> Result:
    """What the checks say of it."""
    return judged(content(text, scope=scope, agency=agency), agency=agency)


def county_telling(text: str) -> Result:
    """What the checks say of the report of a county that adds up its agencies."""
    return telling(text, scope="aggregate", agency=COUNTY)


def told(text: str) -> tuple[Claim, ...]:
    """The facts that the bureau's report tells."""
    return tuple(claims(Passage("overview", 0, text), speaker(Subject(content(text), agency=BUREAU))))
