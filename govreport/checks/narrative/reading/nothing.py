"""What a clause with 未, 没有 or 无 says did not happen.

A denying word and then only words that tell say 0 of what they tell: 未收到申请, 无行政复议和诉讼, 无结转.
Without a topic behind it the word denies what stands in front: 行政复议、行政诉讼均未发生. With anything else
behind it, it denies something else: 没有及时答复申请, 没有一件超期.
"""

from collections.abc import Sequence
from itertools import pairwise

from govreport.checks.narrative.reading.items import (
    CARRIED,
    DISPUTES,
    DOCUMENTS,
    HANDLING,
    OUTCOMES,
    RESULTS,
    Item,
    beside,
    items,
    main_role,
)
from govreport.checks.narrative.reading.kinds import Kind
from govreport.checks.narrative.reading.memory import NOTHING, Memory
from govreport.checks.narrative.reading.tokens import Token

# Between a denying word and what it denies these change nothing.
_HARMLESS = {
    Kind.FILL,
    Kind.LINK,
    Kind.DISCLOSURE,
    Kind.THIS_YEAR,
    Kind.WITHIN_YEAR,
    Kind.SELF,
    Kind.WHOLE,
}
_TELLING = {Kind.TOPIC, Kind.ROLE, Kind.APPLICANT, Kind.JOIN}

_UNNAMED = CARRIED | RESULTS | OUTCOMES


def place_of_none(clause: Sequence[Token]) -> int | None:
    """Where the denying word stands; None when there is none."""
    return next((place for place, token in enumerate(clause) if token.kind is Kind.NONE), None)


def denied(clause: Sequence[Token], place: int, memory: Memory) -> list[Item]:
    """The items that the clause says number 0; `place` is that of the denying word."""
    if clause[place].name:
        return [Item("applications", clause[place].name)]
    rest = [token for before, token in pairwise(clause[place:]) if not _again(before, token)]
    if any(token.kind not in _HARMLESS | _TELLING for token in rest):
        return []
    words = [token for token in rest if token.kind in _TELLING]
    if any(token.kind is Kind.TOPIC for token in words):
        told = items(words)
    else:
        told = _without_topic(clause[:place], words, memory)
    return [item for item in (_as_zero(item, memory) for item in told) if item.fits]


def _again(before: Token, token: Token) -> bool:
    """零复议、零诉讼: the denying word once more."""
    return token.kind is Kind.NONE and before.kind is Kind.JOIN


def _without_topic(head: Sequence[Token], words: Sequence[Token], memory: Memory) -> list[Item]:
    """无结转; or the topic stands in front: 行政复议、行政诉讼均未发生."""
    role = main_role([token.name for token in words if token.kind is Kind.ROLE])
    if role in _UNNAMED:
        return [item._replace(topic=memory.topic_for(item.role)) for item in items(words)]
    found = beside(head)
    if found.before is not None and found.before.kind is Kind.TEXT:
        return []
    return [item._replace(role=role) for item in items(found.words) if item.topic]


def _as_zero(item: Item, memory: Memory) -> Item:
    """The item with the role that its denial means."""
    topic, role, applicant = item
    if topic == "applications" and role in ("", "arose", "on_request"):
        return Item(topic, "received", applicant)
    if topic == "applications" and role in ("finished", "handled"):
        return NOTHING  # 未办理 says when, not how many
    if topic in DOCUMENTS and role in ("", "arose"):
        return Item(topic, "any")
    if topic in DISPUTES and role in HANDLING and not memory.disclosure:
        return NOTHING
    return item
