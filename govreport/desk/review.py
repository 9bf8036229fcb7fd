"""Putting the review page together."""

from collections.abc import Iterable
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone

from govreport.agencies.models import User
from govreport.audit.models import Entry
from govreport.checks.listing import not_assessable_lines
from govreport.checks.subject import Subject
from govreport.desk.changed import changed_since
from govreport.desk.editor import header_of
from govreport.desk.finding_lines import finding_groups, listing, unplaced
from govreport.desk.finding_pages import Attempted
from govreport.desk.navigator import navigator_of
from govreport.desk.reason_form import ReasonForm
from govreport.desk.remarks import last_return
from govreport.desk.review_pages import ActionButton, HistoryLine, KeyFigure, PublishedAt, ReviewPage
from govreport.editions.cells import Address, Content
from govreport.editions.numbers import Number, add, plain
from govreport.publishing.models import Publication
from govreport.publishing.release import newest
from govreport.rendering.document import document
from govreport.rendering.html import article
from govreport.reports.models import Report, SectionKey, State
from govreport.reports.saving import revision_of
from govreport.workflow.judging import judge
from govreport.workflow.permissions import actions_open_to, reads_as_authority
from govreport.workflow.transitions import TRANSITIONS

# What a leader looks at first: the name, and the cells that make the figure.
KEY_FIGURES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("本年新收申请", ("applications.new_received.total",)),
    ("上年结转申请", ("applications.carried_in.total",)),
    ("办理结果总计", ("applications.results_total.total",)),
    ("其中：予以公开", ("applications.granted.total",)),
    ("结转下年度", ("applications.carried_out.total",)),
    ("行政复议", ("disputes.reconsideration.total",)),
    (
        "行政诉讼",
        ("disputes.direct_litigation.total", "disputes.litigation_after_reconsideration.total"),
    ),
    ("现行有效行政规范性文件", ("disclosure.normative_documents.in_force",)),
    ("行政许可决定", ("disclosure.licenses.decisions",)),
    ("行政处罚决定", ("disclosure.penalties.decisions",)),
    ("行政事业性收费（万元）", ("disclosure.administrative_fees.amount",)),
)

REVIEW = "review"  # where the page is, among the keys of the sections

PRIMARY = ("submit", "approve", "publish")
ASKS_FIRST = ("submit", "publish")

EXPLANATIONS = {
    "submit": "提交之前再核对一遍：主要数据、检查结果、提交给谁。",
    "withdraw": "审核人还没有打开，可以撤回继续修改。",
    "return": "退回填报人修改，理由会显示给填报人。",
    "approve": "内容和数据没有问题，审签后内容不再变动。",
    "publish": "发布到公开门户，网页和 PDF 同时生成；发布之前再确认一次。",
    "correct": "已发布的年报有误时更正：重新打开，改好后发布新的一版。",
}

WORDS = {
    "report.started": "开始填报",
    "report.opened": "打开审核",
    "proposal.confirmed": "从文件导入",
    "nothing.declared": "填“本年度无申请、无复议诉讼”",
    "nothing.taken_back": "撤销“本年度无申请、无复议诉讼”",
    "opening.taken_over": "按上年年报填上年结转",
    "finding.explained": "写情况说明",
    "waiver.asked": "申请豁免",
    "waiver.granted": "同意豁免",
    "waiver.refused": "不同意豁免",
    **{transition.done: transition.label for transition in TRANSITIONS.values()},
}


def review_page(
    report: Report,
    *,
    user: User,
    refusal: str = "",
    action: str = "",
    form: ReasonForm | None = None,
    attempted: Attempted | None = None,
) -> ReviewPage:
    """The page of a whole report; `form` is what was typed for the refused `action`."""
    seen = revision_of(report)  # first: what is saved from here on has not been seen
    today = timezone.localdate()
    overseen = reads_as_authority(user, report)
    judgement = judge(report, day=today, with_others=True, for_authority=overseen)
    history = history_of(report)
    returned = last_return(report) if report.state != State.PUBLISHED else None
    page = listing(report, judgement, user=user, back=REVIEW, attempted=attempted)
    return ReviewPage(
        header=header_of(report, today=today, editable=page.explains),
        navigator=navigator_of(report, judgement),
        refusal=refusal,
        remark=line_of(returned) if returned else None,
        changed=changed_since(report, returned) if returned and _decides(report, user) else None,
        note=report.correction_note,
        errors=len(judgement.errors),
        queries=len(judgement.unexplained),
        findings=finding_groups(page, judgement.findings),
        not_assessable=not_assessable_lines(judgement.result.not_assessable),
        unplaced=unplaced(page),
        actions=tuple(
            _button(report, name, form if name == action else None, seen=seen)
            for name in sorted(actions_open_to(user, report), key=lambda name: name not in PRIMARY)
        ),
        key_figures=key_figures_of(report, judgement.subject),
        history=history,
        published=_published(report),
        pdf_href=reverse("desk:preview_pdf", args=[report.pk]),
        article=article(document(judgement.subject.content)),
    )


def _button(report: Report, name: str, typed: ReasonForm | None, *, seen: int) -> ActionButton:
    transition = TRANSITIONS[name]
    form = typed or ReasonForm(name)
    return ActionButton(
        name=name,
        label=transition.label,
        href=reverse("desk:action", args=[report.pk, name]),
        explanation=EXPLANATIONS[name],
        primary=name in PRIMARY,
        seen=seen,
        form=form if transition.asks_for_a_reason else None,
        asks_first=name in ASKS_FIRST,
    )


def key_figures_of(report: Report, subject: Subject) -> tuple[KeyFigure, ...]:
    """The figures that a leader looks at first, beside last year's."""
    lines = []
    for name, cells in KEY_FIGURES:
        addresses = [Address.parse(cell) for cell in cells]
        if addresses[0] not in report.edition.cells:
            continue
        now = _figure(subject.content, addresses)
        then = _figure(subject.previous, addresses) if subject.previous else None
        lines.append(KeyFigure(name, _shown(now), _shown(then), _change(now, then)))
    return tuple(lines)


def _figure(content: Content, addresses: Iterable[Address]) -> Number | None:
    numbers = [content.figures[address] for address in addresses if address in content.figures]
    return add(numbers) if numbers else None


def _shown(number: Number | None) -> str:
    return "" if number is None else plain(number)


def _change(now: Number | None, then: Number | None) -> str:
    if now is None or then is None:
        return ""
    change = Decimal(now) - Decimal(then)
    return f"+{plain(change)}" if change > 0 else plain(change)


def history_of(report: Report) -> tuple[HistoryLine, ...]:
    """What was done, newest first; of the saves only those a reviewer made."""
    entries = Entry.objects.filter(subject=report.subject).select_related("actor").order_by("-pk")
    done = entries.filter(action__in=WORDS) | entries.filter(data__state=State.SUBMITTED)
    return tuple(map(line_of, done[:50]))


def line_of(entry: Entry) -> HistoryLine:
    """One thing that was done, in words."""
    reason = str(entry.data.get("reason", ""))
    return HistoryLine(entry.at, str(entry.actor or "系统"), _what(entry), reason)


def _what(entry: Entry) -> str:
    if entry.action in WORDS:
        return f"{WORDS[entry.action]}{_file(entry)}"
    return f"审核中修改“{SectionKey(entry.data['section']).label}”"


def _file(entry: Entry) -> str:
    return f"“{entry.data['file']}”" if "file" in entry.data else ""


def _decides(report: Report, user: User) -> bool:
    """Whether it lies with this person: then it is shown what became of the remark."""
    return "return" in actions_open_to(user, report)


def _published(report: Report) -> PublishedAt | None:
    publication: Publication | None = newest(report.agency, report.reporting_year.year)
    if publication is None:
        return None
    href = reverse("portal:report", args=[report.agency.code, publication.year])
    return PublishedAt(publication.version, publication.published_at, href)
