"""The living draft as rows: the report, its figures, and what is said to its findings."""

from govreport.reports.models.evidence import (
    LONGEST_EXPLANATION,
    SHORTEST_EXPLANATION,
    Explanation,
    Submission,
    Waiver,
)
from govreport.reports.models.figures import (
    APPLICANT_COLUMNS,
    LONGEST_NOTE,
    OUTCOME_COLUMNS,
    ApplicationOutcome,
    CellNote,
    DisclosureCount,
    DisputeOutcome,
    UnreadCell,
)
from govreport.reports.models.report import (
    Narrative,
    ProcessingFee,
    Report,
    Scope,
    Section,
    SectionKey,
    Signature,
    State,
)

__all__ = [
    "APPLICANT_COLUMNS",
    "LONGEST_EXPLANATION",
    "LONGEST_NOTE",
    "OUTCOME_COLUMNS",
    "SHORTEST_EXPLANATION",
    "ApplicationOutcome",
    "CellNote",
    "DisclosureCount",
    "DisputeOutcome",
    "Explanation",
    "Narrative",
    "ProcessingFee",
    "Report",
    "Scope",
    "Section",
    "SectionKey",
    "Signature",
    "State",
    "Submission",
    "UnreadCell",
    "Waiver",
]
