"""N506, N507: the text is last year's, or another agency's."""

from collections.abc import Iterator
from heapq import nlargest

from govreport.checks.check import Basis, Missing, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative.stretches import STRETCH, Likeness, likeness_of
from govreport.checks.narrative.text import Passage, parts
from govreport.checks.shingles import Shingles
from govreport.checks.subject import OtherText, Subject

COPIED = 90  # percent
ALIKE = 60
SHORT = 200  # characters, white space not counted: a text up to here may be like another by chance

# A text that is COPIED has at least 60 % of its shingles in the other (a stretch that is broken loses four
# at most, every tenth letter of a copy may break one); the rest of the way down is left to chance in samples.
PERHAPS_COPIED = 0.4
READ_AT_MOST = 20  # of a thousand texts: those most alike by their shingles
NAMED_AT_MOST = 3


@check(
    "N506",
    Level.QUERY,
    rule=f"第一、五部分超过 {SHORT} 字的，与上一年度年报同一部分相同的文字达到 {COPIED}% 须核实，"
    f"达到 {ALIKE}% 提示；数字、年份、标点和空格不计，连续 {STRETCH} 个字以上相同才算，段落换了顺序也算",
    basis=Basis.PRACTICE,
    source="国办公开办函〔2021〕30号（四）：点名内容雷同；评估指出有的年报与上一年重复 90%",
    example="“一、总体情况”有 100% 的文字与上一年度年报相同（数字、年份、标点和空格不计），"
    "如“（一）主动公开。2023年通过县政府网站林业专栏发布信息459条，其中造林补贴名…”",
    needs=("previous",),
)
def like_last_year(subject: Subject) -> Iterator[Remark | Missing]:
    """A long part is, for the most part, the same part of last year's report."""
    before = subject.previous
    for part in _long_parts(subject):
        heading = _heading(subject, part)
        text = before.part(part.part) if before else ""
        if not text.strip():
            yield Missing(heading, "缺上一年度年报的文字")
            continue
        found = likeness_of(part.text, text)
        if found.percent >= ALIKE:
            yield Remark(
                f"{heading}有 {found.percent}% 的文字与上一年度年报相同（数字、年份、标点和空格不计），"
                f"如{found.quoted(part)}",
                "写本年度实际做的工作，改掉照搬上一年的段落；确实没有变化的，说明原因",
                part=part.part,
                level=Level.QUERY if found.percent >= COPIED else Level.NOTE,
            )


@check(
    "N507",
    Level.QUERY,
    rule=f"第一、五部分超过 {SHORT} 字的，与其他单位同年年报同一部分相同的文字达到 {COPIED}% 须核实；"
    f"数字、年份、标点和空格不计，连续 {STRETCH} 个字以上相同才算，段落换了顺序也算",
    basis=Basis.PRACTICE,
    source="国办公开办函〔2021〕30号（四）：点名内容雷同；评估指出有的年报跨地区照搬",
    example="“一、总体情况”有 97% 的文字与云溪县水利局同年的年报相同（数字、年份、标点和空格不计），"
    "如“办公室对每份拟公开的文件逐页核对，涉及护林员个人信息的先作处理”",
    needs=("others",),
    for_authority=True,
)
def like_another_agency(subject: Subject) -> Iterator[Remark]:
    """A long part is, for the most part, what another agency reports on the same year.

    The authority is asked to look into it, the agency itself is told. It quotes only the own text.
    """
    for part in _long_parts(subject):
        copies = _copies(subject, part)
        if copies:
            agency, found = copies[0]
            yield Remark(
                f"{_heading(subject, part)}有 {found.percent}% 的文字与{agency}同年的年报相同"
                f"（数字、年份、标点和空格不计），如{found.quoted(part)}{_also(copies[1:])}",
                "按本单位的实际情况改写；确属几个单位共同的工作，说明情况",
                part=part.part,
            )


def _long_parts(subject: Subject) -> Iterator[Passage]:
    for part in parts(subject, "overview", "problems"):
        if len("".join(part.text.split())) > SHORT:
            yield part


def _heading(subject: Subject, part: Passage) -> str:
    return next(f"“{section.heading}”" for section in subject.edition.sections if section.key == part.part)


def _copies(subject: Subject, part: Passage) -> list[tuple[str, Likeness]]:
    """The agencies whose text the part is, most alike first."""
    compared = (
        (other.agency, likeness_of(part.text, _text(other, part))) for other in _candidates(subject, part)
    )
    copies = [(agency, found) for agency, found in compared if found.percent >= COPIED]
    return sorted(copies, key=lambda copy: -copy[1].percent)


def _candidates(subject: Subject, part: Passage) -> list[OtherText]:
    """Those of the other texts that are worth reading: by their shingles alone, which may be stored."""
    own = Shingles.of(part.text)
    shares = [
        (own.share_in(_shingles(other, part)), -place, other)
        for place, other in enumerate(subject.others or ())
        if other.agency != subject.content.agency_name
    ]
    near = [share for share in shares if share[0] >= PERHAPS_COPIED]
    return [other for _, _, other in nlargest(READ_AT_MOST, near)]


def _shingles(other: OtherText, part: Passage) -> Shingles:
    stored = (other.shingles or {}).get(part.part)
    return Shingles.of(_text(other, part)) if stored is None else stored


def _text(other: OtherText, part: Passage) -> str:
    return other.narrative.get(part.part, "")


def _also(copies: list[tuple[str, Likeness]]) -> str:
    """Other agencies that have the same text."""
    names = "、".join(agency for agency, _ in copies[:NAMED_AT_MOST])
    more = "等单位" if len(copies) > NAMED_AT_MOST else ""
    return f"；{names}{more}的年报也有这些文字" if names else ""


CHECKS = (like_last_year, like_another_agency)
