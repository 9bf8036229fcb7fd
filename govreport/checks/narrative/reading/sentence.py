"""One sentence read for its facts: clause by clause, what is counted, what was done with it, how many.

A fact is words and a number side by side. What a number counts stands right before it (收到申请 9件), right
behind it (9件 不予公开), or in the next clause (4件申请因征求意见，结转下年度). Several things before one
number are told together (许可、处罚共150件), each with 各 and 均, one by one with 分别为. A clause without a
number tells 0 when it denies (未发生), or says the number before once more (行政复议4件，均维持). So

    全年收到申请9件，其中自然人8件，予以公开6件，未发生行政复议。

tells received 9, of natural persons 8, granted 6, reconsideration 0.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import dropwhile
from typing import NamedTuple

from govreport.checks.narrative.reading.items import (
    CARRIED,
    DISPUTES,
    HANDLING,
    OUTCOMES,
    RESULTS,
    SHARE,
    Behind,
    Beside,
    Item,
    behind,
    beside,
    items,
    main_role,
)
from govreport.checks.narrative.reading.kinds import AMONG, BARE_APPLICATION, FOREIGN, Kind
from govreport.checks.narrative.reading.memory import MONEY, Memory
from govreport.checks.narrative.reading.nothing import denied, place_of_none
from govreport.checks.narrative.reading.standing import Speaker, standing, with_selves
from govreport.checks.narrative.reading.tokens import Token, tokens
from govreport.checks.narrative.text import Passage

# Counters of what stands in the tables.
COUNTERS = MONEY | {"", "件", "条", "宗", "起", "份", "项", "次", "件次", "个", "例"}

_WITH_PARTLY = re.compile("[（(](?:含|包括|其中)[^）)]{0,4}部分公开")

# Members of an enum are slow to look up, and these are asked for at every word.
_TOPIC, _NUMBER, _NONE, _STOP, _TEXT = Kind.TOPIC, Kind.NUMBER, Kind.NONE, Kind.STOP, Kind.TEXT
_ALL, _JOIN, _FILL, _DISCLOSURE, _RESPECTIVELY = (
    *(Kind.ALL, Kind.JOIN, Kind.FILL),
    *(Kind.DISCLOSURE, Kind.RESPECTIVELY),
)
_COUNTED = {_NUMBER, _NONE}

_IN_ALL = ("共", "共计", "一共", "总共", "总计")

_PUBLISHED = Item("", "published")

# What may be said after its number: 5件不予公开, 1件结转下年度.
_AFTER_NUMBER = RESULTS | CARRIED | OUTCOMES | {"finished", "repealed", "in_force"}


@dataclass(slots=True)
class Claim:
    """The text says that the items together number `value`, with this counter, told to the nearest `step`.

    Not `exact`: it speaks of some of them, so only more than there are is wrong. `partial`: it speaks of a
    part of those whom an aggregate adds up, so no cell can be compared.
    """

    passage: Passage
    items: tuple[Item, ...]
    value: Decimal
    step: Decimal
    counter: str
    exact: bool = True
    partial: bool = False


class _Pending(NamedTuple):
    """A number of applications whose verb comes in the next clause: 有4件申请因需征求意见，结转下年度."""

    number: Token
    exact: bool


class Sentence:
    """One sentence being read; `memory` is what the sentences before it spoke of."""

    def __init__(self, passage: Passage, memory: Memory, who: Speaker) -> None:
        self.passage = passage
        self.memory = memory
        words = [token for token in tokens(passage.text) if not token.text.isspace()]
        self.row = with_selves([_counting(word) if word.number else word for word in words], who)
        self.standing = standing(self.row, who)
        self.pending: _Pending | None = None
        self.disputes: tuple[Item, Token] | None = None  # the latest number of disputes
        memory.begin(passage.text)

    def claims(self) -> Iterator[Claim]:
        """The facts of the sentence, in order."""
        for clause in self._clauses():
            kinds = {token.kind for token in clause}
            pending, self.pending = self.pending, None
            self.memory.disclosure |= _DISCLOSURE in kinds
            if _FILL in kinds and any(token.name == AMONG for token in clause):
                self.memory.enter_share()
            if _NUMBER not in kinds:
                if pending:
                    yield from self._resolved(pending, clause)
                if self.disputes and _ALL in kinds:
                    yield from self._all_of_them(*self.disputes, clause)
                if _NONE in kinds:
                    yield from self._nothing(clause)
                if _TOPIC in kinds:
                    self._mention(clause)
            elif _RESPECTIVELY in kinds:
                yield from self._respectively(clause)
            else:
                yield from self._counted(clause)

    def _clauses(self) -> Iterator[list[Token]]:
        clause: list[Token] = []
        for token, following in zip(self.row, [*self.row[1:], None], strict=True):
            if token.kind is not _STOP:
                clause.append(token)
            elif token.text not in "：:" or following is None or following.kind not in _COUNTED:
                if clause:
                    yield clause
                clause = []
                self.memory.among &= token.text not in "；;"
        if clause:
            yield clause

    def _counted(self, clause: list[Token]) -> Iterator[Claim]:
        """Each number of a clause with the words between it and the numbers beside it."""
        numbers = [place for place, token in enumerate(clause) if token.kind is _NUMBER]
        begin, role = 0, ""
        for place, following in zip(numbers, [*numbers[1:], len(clause)], strict=True):
            head, number, tail = clause[begin:place], clause[place], clause[place + 1 : following]
            begin = place + 1
            if head and head[-1].kind is _NONE:
                if number.number and number.number.value == 1:  # 无一起行政复议
                    yield from self._nothing([*head, *tail])
                continue
            found, after = beside(head), behind(tail)
            told, from_behind = self._told(head, found, number, after)
            if not told:
                self._leave_open(head, found, number, after)
            elif told[-1] == _PUBLISHED and any(token.name == FOREIGN for token in head):
                self.memory.topics.append(FOREIGN)  # 提案答复全文公开12件
            if not told:
                continue
            if head and head[0].kind is _JOIN:  # 公示行政许可6件、行政处罚3件
                told = [item if item.role else item._replace(role=role) for item in told]
            role = told[-1].role
            begin += after.used if from_behind else 0
            start = found.words[0].start if found.words else number.start
            end = after.end if from_behind else number.end
            apart = _ALL in [token.kind for token in head]
            yield from self._said(told, number, found, (start, end), apart=apart)

    def _told(
        self, head: list[Token], found: Beside, number: Token, after: Behind
    ) -> tuple[list[Item], bool]:
        """What a number counts, and whether the words behind it say so."""
        told = items(found.words)
        if told:
            if after.topic and not any(item.topic for item in told):
                return [item._replace(topic=after.topic) for item in told], True
            return told, False
        role = main_role(after.roles)
        text_before = found.before is not None and found.before.kind is _TEXT
        if role in _AFTER_NUMBER and (after.topic or not text_before):
            return [Item(after.topic, role)], True
        if number.start in self.standing.partial and found.before is None and self.memory.topics:
            return [Item(self.memory.topics[-1], self.memory.role)], False  # 全县150件，县本级31件
        if after.topic and after.open and any(token.text in _IN_ALL for token in head):
            return [Item(after.topic, "")], True  # 共有8件政府信息公开申请
        return [], False

    def _leave_open(self, head: list[Token], found: Beside, number: Token, after: Behind) -> None:
        """A number of which its clause does not say what it counts: it may wait, or be of another thing."""
        text_before = found.before is not None and found.before.kind is Kind.TEXT
        if not after.roles and (after.topic == "applications" or (after.open and not after.topic)):
            self.pending = _Pending(number, exact=bool(after.topic) and not text_before)
            if after.topic:
                self.memory.note(Item(after.topic, ""))
        if after.topic == FOREIGN or (text_before and _is_foreign(head)):
            self.memory.topics.append(FOREIGN)

    def _said(
        self, told: list[Item], number: Token, found: Beside, span: tuple[int, int], *, apart: bool = False
    ) -> list[Claim]:
        """A number with what it counts: completed from memory, remembered, and told where it fits."""
        counter = number.number.counter if number.number else ""
        told = [self.memory.understood(item, counter) for item in told]
        exact = self.memory.exactness(told[0], found, self.passage.text)
        for item in told:
            if item.topic and item.topic != SHARE:
                self.memory.note(item)
        if len(told) == 1 and told[0].topic in DISPUTES and told[0].role in ("", "arose"):
            self.disputes = told[0], number
        if exact is None or not all(item.fits for item in told):
            return []
        return self._claim(told, number, span, exact=exact, apart=apart)

    def _respectively(self, clause: list[Token]) -> Iterator[Claim]:
        """许可、处罚决定分别为6件、3件: the first number is said of the first item."""
        place = next(place for place, token in enumerate(clause) if token.kind is Kind.RESPECTIVELY)
        found = beside(clause[:place])
        told = items(found.words)
        counted = [token for token in clause[place:] if token.kind is Kind.NUMBER]
        if len(told) != len(counted):
            return
        for item, number in zip(told, counted, strict=True):
            span = found.words[0].start, number.end
            yield from self._said([item], number, found, span)

    def _resolved(self, pending: _Pending, clause: list[Token]) -> Iterator[Claim]:
        """A number that waited for its verb."""
        after = behind(list(dropwhile(lambda token: token.kind is Kind.JOIN, clause)))
        role = main_role(after.roles)
        if role in RESULTS | CARRIED and self.memory.topic_for(role) == "applications":
            span = pending.number.start, after.end
            item = Item("applications", role)
            yield from self._claim([item], pending.number, span, exact=pending.exact)

    def _all_of_them(self, item: Item, number: Token, clause: list[Token]) -> Iterator[Claim]:
        """行政复议4件，均维持: the number before is said of the outcome, too."""
        after = behind(clause)
        if after.roles and after.roles[0] in OUTCOMES:
            span = number.start, after.end
            yield from self._claim([item._replace(role=after.roles[0])], number, span, exact=True)

    def _nothing(self, clause: list[Token]) -> Iterator[Claim]:
        place = place_of_none(clause)
        if place is None:
            return
        none, last = clause[place], clause[-1]
        told = denied(clause, place, self.memory)
        for item in told:
            self.memory.note(item)
            if none.start not in self.standing.silent:
                partial = none.start in self.standing.partial
                passage = self._piece(clause[0].start, last.end)
                yield Claim(passage, (item,), Decimal(0), Decimal(1), "", partial=partial)

    def _mention(self, clause: list[Token]) -> None:
        """Remember what a clause without number speaks of; of other things only what it is about."""
        for token, following in zip(clause, [*clause[1:], None], strict=True):
            if token.kind is not _TOPIC:
                continue
            about = following is not None and following.text in ("方面", "情况")
            if token.name == BARE_APPLICATION:
                self.memory.note(Item("applications", ""))
            elif token.name != FOREIGN or about:
                self.memory.note(Item(token.name, ""))

    def _claim(
        self, told: list[Item], number: Token, span: tuple[int, int], *, exact: bool, apart: bool = False
    ) -> list[Claim]:
        """A number told of all the items together, or of each of them."""
        count = number.number
        if count is None or count.vague or number.start in self.standing.silent:
            return []
        if any(item.role == "granted" for item in told) and _WITH_PARTLY.match(self.passage.text, number.end):
            told = [i._replace(role="granted_with_partly") if i.role == "granted" else i for i in told]
        partial = number.start in self.standing.partial
        passage = self._piece(*span)
        return [
            Claim(passage, tuple(group), count.value, count.step, count.counter, exact, partial)
            for group in ([[item] for item in told] if apart or not count.value else [told])
        ]

    def _piece(self, start: int, end: int) -> Passage:
        return Passage(self.passage.part, self.passage.start + start, self.passage.text[start:end])


def _counting(token: Token) -> Token:
    """The number, as plain text where it is of something that no table counts: 3场, 85%."""
    if token.number and token.number.counter not in COUNTERS:
        return token.as_kind(Kind.TEXT)
    return token


def _is_foreign(head: Sequence[Token]) -> bool:
    """Whether a counted thing that is not known has a verb or a name of its own: 受理群众求助12件."""
    verbs = HANDLING | {"published"}
    return any(token.name in verbs or token.name == FOREIGN for token in head)
