"""What a reader keeps in mind: what was spoken of so far, and what a clause that leaves it out means.

    收到申请9件，办结8件          the second number is of applications, too
    制发规范性文件3件，废止1件    and this one of documents
    收到申请9件，其中网上6件      what 其中 tells of the same is a share, and no cell holds it

A word on something else in between (受理群众求助12件) makes the reader forget.
"""

import re
from dataclasses import dataclass, field

from govreport.checks.narrative.reading.items import (
    CARRIED,
    CHANNEL,
    DECISIONS,
    DISPUTES,
    DOCUMENTS,
    FITTING,
    HANDLING,
    OUTCOMES,
    RESULTS,
    SHARE,
    Beside,
    Item,
)
from govreport.checks.narrative.reading.kinds import BARE_APPLICATION, FOREIGN, Kind

MONEY = frozenset({"元", "万元", "亿元"})

# Topics that a later clause may leave out: 收到申请9件，办结8件. Decisions are always named.
_UNDERSTOOD = frozenset({"applications", *DISPUTES, *DOCUMENTS})

# 行政复议9件，其中政府信息公开类2件: only the second number is ours.
_NARROWED = re.compile("其中[^。]{0,12}信息公开")
_SAID_BY = re.compile("(?:提出|提交|递交)的?$")

NOTHING = Item("", "")


@dataclass
class Memory:
    """What was spoken of so far, latest last, and how the latest applications and documents were counted.

    The rest is of the sentence: `among` behind 其中, `whole` what was counted before it, `narrowed` when 其中
    picks out what is about disclosure, `sorted` when it may sort documents by how they are disclosed.
    """

    topics: list[str] = field(default_factory=list)
    role: str = ""
    document_role: str = ""
    last: Item = NOTHING
    before_last: Item = NOTHING
    disclosure: bool = False
    among: bool = False
    whole: Item = NOTHING
    narrowed: bool = False
    sorted: bool = False

    def begin(self, sentence: str) -> None:
        """Start a sentence."""
        self.among = False
        self.narrowed = _NARROWED.search(sentence) is not None
        self.sorted = "主动公开" in sentence  # 发文45件，主动公开40件、依申请公开2件、不予公开3件

    def enter_share(self) -> None:
        """其中 has been read: what follows is counted among what was counted last."""
        self.among, self.whole = True, self.last

    def note(self, item: Item) -> None:
        """Remember what was told last."""
        self.topics.append(item.topic)
        self.before_last, self.last = self.last, item
        if item.topic == "applications":
            self.role = item.role or self.role
            self.disclosure = True
        if item.topic in DOCUMENTS:
            self.document_role = item.role

    def topic_for(self, role: str) -> str:
        """The topic that a clause without one speaks of; "" when that is not clear."""
        if role in OUTCOMES and self._are_both_disputes():
            return ""  # 行政复议4件、行政诉讼3件，其中尚未审结2件: of which is not said
        for topic in reversed(self.topics):
            if topic == FOREIGN:
                return ""
            if topic in DISPUTES and role in HANDLING:
                continue  # 收到9件 after a word on disputes: still the applications
            if topic in _UNDERSTOOD and role in FITTING[topic]:
                return topic
        plain = all(topic in ("applications", *DISPUTES) for topic in self.topics)
        return "applications" if role in RESULTS and plain and not self.sorted else ""

    def _are_both_disputes(self) -> bool:
        told = (self.before_last, self.last)
        kinds = {item.topic == "reconsideration" for item in told if item.topic in DISPUTES}
        return len(kinds) == 2 and not any(item.role in OUTCOMES for item in told)

    def understood(self, item: Item, counter: str) -> Item:
        """The item with what its clause leaves out; no topic when it is not one of ours."""
        topic, role, applicant = item
        if self.among and not applicant and self._is_share(topic, role):
            return Item(SHARE, "")  # 其中书面申请8件
        if role == "on_request" and (self.sorted or self.topics[-1:] == [FOREIGN]):
            return Item(FOREIGN, "")
        if applicant and not role:
            topic, role = "applications", self._role_of_share()
        if topic in DOCUMENTS:
            role = role or self.document_role
        if topic in DECISIONS and (role == "received" or (not role and counter in ("条", "项"))):
            return Item(FOREIGN, "")  # 行政许可12项 are kinds of licences, 12条 are notices of them
        if topic in DISPUTES and (role in HANDLING or self.narrowed) and not self.disclosure:
            return Item(FOREIGN, "")  # 办理行政复议案件: as an organ of reconsideration
        if not topic and role:
            topic = self.topic_for(role)
        if (topic == "administrative_fees") != (counter in MONEY):
            return NOTHING
        return Item(topic, role, applicant)

    def _is_share(self, topic: str, role: str) -> bool:
        """Whether what stands behind 其中 is some of what stands before it: 制发4件，其中县政府制发2件."""
        topic = topic or (self.topic_for(role) if role else "")
        if topic == "applications" and role in ("", "on_request", "received", "handled"):
            return True
        if topic in DISPUTES and self.narrowed:
            return False  # this is what the sentence is about
        return self.whole.topic == FOREIGN or (topic, role) == (self.whole.topic, self.whole.role)

    def _role_of_share(self) -> str:
        """What was done with the applications of one kind of applicants: 予以公开9件，其中自然人5件."""
        return self.role if self.among and self.role in RESULTS | CARRIED else ""

    def exactness(self, item: Item, found: Beside, sentence: str) -> bool | None:
        """Whether a number is said of all, only of some (False), or of who knows what (None)."""
        if found.before is None or found.examples or found.before.kind is not Kind.TEXT:
            return True
        if not found.words:
            return False
        first = found.words[0]
        if item.topic == "applications" and CHANNEL.search(found.before.text):
            return None
        if first.kind is Kind.ROLE and first.name not in RESULTS | {"arose"}:
            return True  # the text before a verb says who, when, how
        if item.topic in DISPUTES:
            return False if self.disclosure else None
        if first.name == BARE_APPLICATION:
            return None
        return _SAID_BY.search(sentence[: first.start][-4:]) is not None
