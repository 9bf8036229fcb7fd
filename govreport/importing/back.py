"""What stands under the report: the name and date of the signature, and what follows it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govreport.editions.cells import Signature
from govreport.importing.dates import DAY, day_in, in_digits
from govreport.importing.front import agency_name

# Lines of a contact, of an attachment or of a web page may stand below the signature.
_FARTHEST = 40
_LONGEST = 2000  # characters of a line that may end in a signature
_SIGNED = re.compile(
    rf"(?P<text>.*[。；！])??(?P<name>[^。；！，\d]{{0,40}}?)[：:（(]?(?P<day>{DAY})[）)]?(?:印发|发布)?"
)
_LABEL = re.compile("^(?:(?:成文|落款|报告)?(?:日期|时间)|(?:编制|报告|填报)(?:单位|机关))[：:]?")


@dataclass(frozen=True)
class Back:
    """The lines of the last part without the signature, the signature, and the lines below it."""

    lines: tuple[str, ...]
    signature: Signature | None = None
    below: tuple[str, ...] = ()


def back(lines: Sequence[str], agency: str | None) -> Back:
    """Part the signature off the last lines. A name alone is one only when it is the agency's."""
    for number in range(len(lines) - 1, max(-1, len(lines) - 1 - _FARTHEST), -1):
        found = _dated(lines, number)
        if found is not None:
            return found
    if lines and agency and in_digits(lines[-1]) == agency:
        return Back(tuple(lines[:-1]), Signature(agency))
    return Back(tuple(lines))


def _dated(lines: Sequence[str], number: int) -> Back | None:
    """What a line with a date parts, None when it is no line of a signature."""
    text = _LABEL.sub("", in_digits(lines[number]))
    found = _SIGNED.fullmatch(text) if len(text) < _LONGEST else None
    day = found and day_in(found["day"])
    if found is None or day is None:
        return None
    name = agency_name(_LABEL.sub("", found["name"]))
    if not name and (found["name"] or found["text"]):
        return None
    above, below = list(lines[:number]), tuple(lines[number + 1 :])
    if found["text"]:
        above.append(_written(lines[number], len(found["text"])))
    elif not name and above:
        name = agency_name(_LABEL.sub("", in_digits(above[-1])))
        if name:
            above.pop()
        elif below and (name := agency_name(below[0])):
            below = below[1:]
    return Back(tuple(above), Signature(name, day), below)


def _written(line: str, count: int) -> str:
    """The beginning of a line that makes so many signs of its plain text."""
    return next(line[:end] for end in range(len(line) + 1) if len(in_digits(line[:end])) >= count)
