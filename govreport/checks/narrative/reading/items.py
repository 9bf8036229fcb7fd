"""What a number or a 没有 is said of: topic, role and applicant, picked out of the words beside it.

From a number one goes back over words that tell something, as far as nothing unknown comes between:

    对内容明确的 | 予以公开 和 部分公开 7件      two items: granted, partially_granted

The parts of a list share what one of them leaves out: 制定规章、规范性文件 is issued of both.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from govreport.checks.narrative.reading.kinds import BARE_APPLICATION, FOREIGN, Kind
from govreport.checks.narrative.reading.tokens import Token
from govreport.checks.narrative.reading.vocabulary import RESULT_ROLES

LITIGATION = ("litigation", "direct_litigation", "litigation_after_reconsideration")
DISPUTES = ("reconsideration", *LITIGATION)
DOCUMENTS = ("normative_documents", "government_rules")
DECISIONS = ("licenses", "penalties", "compulsory_measures")

SHARE = "share"  # some of the applications, as 网上申请; no cell holds them

CARRIED = frozenset({"carried_in", "carried_out", "carried"})
OUTCOMES = frozenset({"upheld", "corrected", "other_result", "pending"})
HANDLING = frozenset({"received", "finished", "handled"})
RESULTS = frozenset(RESULT_ROLES)
OF_DOCUMENTS = frozenset({"issued", "repealed", "in_force", "kept", "published", "disclosed_total", "any"})

# What may be told of a topic. What is not in here says nothing: 清理规范性文件, 受理行政许可.
FITTING: dict[str, frozenset[str]] = {
    "applications": frozenset({"", "on_request", *HANDLING, *CARRIED, *RESULTS}),
    **dict.fromkeys(DISPUTES, frozenset({"", "arose", "received", "handled", *OUTCOMES})),
    **dict.fromkeys(DOCUMENTS, OF_DOCUMENTS),
    **dict.fromkeys(DECISIONS, frozenset({"", "finished", "handled", "decided_on"})),
    "administrative_fees": frozenset({""}),
}

# 依申请公开9件: nine applications, or nine answers that disclosed something.
_ON_REQUEST = re.compile("依申请(?:政府|政务)?(?:信息)?公开(?:政府)?(?:信息)?")

CHANNEL = re.compile(
    "网[络上页站]|平台|邮[箱件寄]|信函|当面|现场|窗口|电话|传真|[线在]上|线下|在线|公众号|小程序"
)

_SEEN_THROUGH = {
    Kind.FILL,
    Kind.MANNER,
    Kind.ALL,
    Kind.DISCLOSURE,
    Kind.THIS_YEAR,
    Kind.WITHIN_YEAR,
    Kind.YEAR,
    Kind.OTHER_TIME,
    Kind.UNTIL,
    Kind.CUMULATIVE,
    Kind.PART,
    Kind.ON_BEHALF,
    Kind.WHOLE,
    Kind.SELF,
}
# Members of an enum are slow to look up, and these are asked for at every word.
_TOPIC, _ROLE, _APPLICANT, _TEXT = Kind.TOPIC, Kind.ROLE, Kind.APPLICANT, Kind.TEXT
_JOIN, _LINK, _AND_SO_ON = Kind.JOIN, Kind.LINK, Kind.AND_SO_ON
_TELLING = {Kind.TOPIC, Kind.ROLE, Kind.APPLICANT, Kind.JOIN, Kind.AND_SO_ON}


class Item(NamedTuple):
    """What is counted, what was done with it, by whom it was applied for; "" where nothing is said."""

    topic: str
    role: str
    applicant: str = ""

    @property
    def fits(self) -> bool:
        """Whether this may be told of the topic."""
        return self.role in FITTING.get(self.topic, ())


class Beside(NamedTuple):
    """The telling words right before a number, and the word in front of them that is none."""

    words: tuple[Token, ...]
    before: Token | None
    examples: bool  # 等 closed a list of examples before them


def beside(head: Sequence[Token]) -> Beside:
    """Go back from a number over telling words, as far as nothing unknown comes between."""
    words: list[Token] = []
    has_topic = False
    for place in range(len(head) - 1, -1, -1):
        token = head[place]
        kind = token.kind
        if kind in _SEEN_THROUGH:
            continue
        modifies = token.name == FOREIGN and has_topic and words[-1].kind is not _JOIN
        if kind not in _TELLING or modifies:
            return _cut(words, token)
        if token.name == BARE_APPLICATION and place and head[place - 1].kind is _TEXT:
            return _cut([*words, replace(token, name=_whose_application(head[place - 1]))], None)
        has_topic |= kind is _TOPIC
        words.append(token)
    return _cut(words, None)


class Behind(NamedTuple):
    """The telling words behind a number, up to the first unknown one; `open` when there is none."""

    topic: str
    roles: tuple[str, ...]
    used: int
    end: int
    open: bool


def behind(tail: Sequence[Token]) -> Behind:
    """Go on from a number over telling words: 1件 不予公开, 30件 申请 作出 予以公开 的决定."""
    topic, roles, used, end = "", [], 0, 0
    for place, token in enumerate(tail):
        kind = token.kind
        if kind in _SEEN_THROUGH or kind is _LINK:
            continue
        if kind is _TOPIC and not topic:
            topic = "applications" if token.name == BARE_APPLICATION else token.name
        elif kind is _ROLE:
            roles.append(token.name)
        elif kind is _JOIN and any(one.kind is _ROLE for one in tail[place + 1 : place + 2]):
            return Behind("", (), 0, 0, open=False)  # 4件不予公开或无法提供: of each is not said
        else:
            return Behind(topic, tuple(roles), used, end, open=False)
        used, end = place + 1, token.end
    return Behind(topic, tuple(roles), used, end, open=True)


def _cut(backwards: list[Token], before: Token | None) -> Beside:
    """The words in their order; of a list that 等 closes only what stands behind it."""
    words = backwards[::-1]
    marks = [place for place, token in enumerate(words) if token.kind is _AND_SO_ON]
    if marks:
        return Beside(tuple(words[marks[-1] + 1 :]), None, True)
    while words and words[0].kind is _JOIN:
        words.pop(0)
    return Beside(tuple(words), before, False)


def _whose_application(before: Token) -> str:
    """补贴申请 is another thing; 网上申请 is one of ours, but not all of them."""
    return SHARE if CHANNEL.search(before.text) else FOREIGN


def items(words: Iterable[Token]) -> list[Item]:
    """One item for each part of a list; what a part leaves out it shares with its neighbours."""
    groups: list[list[Token]] = [[]]
    for token in words:
        if token.kind is _JOIN:
            groups.append([])
        else:
            groups[-1].append(token)
    found = [item for group in groups if group for item in _of(group)]
    if len(found) < 2:
        return found
    topics = [item.topic for item in found]
    roles = [item.role for item in found]
    shared = [
        Item(
            item.topic or next(filter(None, (*topics[place:], *topics[place::-1])), ""),
            item.role or next(filter(None, roles[place::-1]), ""),
            item.applicant,
        )
        for place, item in enumerate(found)
    ]
    return list(dict.fromkeys(shared))


def _of(group: Sequence[Token]) -> list[Item]:
    topics, roles, applicant = list[str](), list[str](), ""
    for token in group:
        kind = token.kind
        if kind is _TOPIC:
            topics.append(token.name)
        elif kind is _ROLE:
            roles.append(token.name)
        elif kind is _APPLICANT:
            applicant = token.name
    role = main_role(roles)
    if len(topics) > 1 and all(topic in DISPUTES for topic in topics):
        return [Item(topic, role, applicant) for topic in topics]
    topic = topics[-1] if topics else ""
    topic = "applications" if topic == BARE_APPLICATION else topic
    if not role and topic == "applications" and _ON_REQUEST.fullmatch(group[-1].text):
        role = "on_request"
    if topic and not Item(topic, role).fits:
        role = next((name for name in reversed(roles) if Item(topic, name).fits), role)
    return [Item(topic, role, applicant)]


def main_role(roles: Sequence[str]) -> str:
    """The role that counts of several in a row: a result before a step, the reason before the refusal."""
    if len(roles) < 2:
        return roles[0] if roles else ""
    results = [role for role in roles if role in RESULTS]
    if len(results) > 1 and results[-2].startswith(f"{results[-1]}_"):
        return results[-2]  # 因不掌握无法提供
    if results:
        return results[-1]
    telling = [role for role in roles if role not in ("decided_on", "arose", "decided")]
    return (telling or list(roles) or [""])[-1]
