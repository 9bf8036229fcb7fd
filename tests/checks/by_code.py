"""What the checks say under one code: its finding, the reasons for which it could not judge."""

from govreport.checks.finding import Finding, Result


def only(result: Result, code: str) -> Finding:
    """The one finding of this code; ValueError when there are none or more."""
    (finding,) = [finding for finding in result.findings if finding.code == code]
    return finding


def reasons(result: Result, code: str) -> list[str]:
    """The reasons for which this code was not assessable, in order."""
    return [item.reason for item in result.not_assessable if item.code == code]
