"""Which cells a fact told in the text may mean: topic, role and applicant, by edition of the form.

    收到申请9件      本年新收, or 本年新收 and 上年结转: any of the readings will do
    不予公开2件      the sum of the eight rows of 不予公开
    办结9件          总计, or as many less as were carried in

What the edition has no cell for has no reading.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from govreport.checks.narrative.reading.items import CARRIED, DECISIONS, DISPUTES, DOCUMENTS, Item
from govreport.editions.cells import Address
from govreport.editions.schema import Edition

STEPS = (_N, _P, _T, _C) = ("new_received", "carried_in", "results_total", "carried_out")

# Rows of table 三 that are added up, each line one reading; any of the readings will do.
_ROWS: dict[str, tuple[tuple[str, ...], ...]] = {
    "": ((_N,), (_N, _P), (_T,)),
    "received": ((_N,), (_N, _P)),
    "handled": ((_N,), (_N, _P), (_T,)),
    "finished": ((_T,),),
    "on_request": ((_N,), (_N, _P), (_T,), ("granted",), ("granted", "partially_granted")),
    "carried": ((_P,), (_C,)),
    "granted_or_partly": (("granted", "partially_granted"),),
    "granted_with_partly": (("granted",), ("granted", "partially_granted")),
}

# 办结 may leave out what was finished of the applications carried in; 保留 what was issued after the review.
_LESS = {"finished": _P, "kept": "issued"}

_LEGAL_PERSONS = (
    "commercial_enterprise",
    "research_institution",
    "public_welfare_org",
    "legal_service_org",
    "other_org",
)
_LITIGATION = ("direct_litigation", "litigation_after_reconsideration")

# Columns of table 二 by role; an edition that lacks the column has no cell for the fact.
_COLUMNS = {
    "issued": (("issued",), ("created",)),
    "repealed": (("repealed",),),
    "in_force": (("in_force",),),
    "kept": (("in_force",),),
    "published": (("disclosed",),),
    "disclosed_total": (("disclosed_total",),),
    "any": (("issued",), ("in_force",), ("created",)),
}

_GROUPS = {"denied": "不予公开", "unable": "无法提供", "unprocessed": "不予处理", "other": "其他处理"}
_TABLES = {"disclosure": "表二", "applications": "表三", "disputes": "表四"}


class Reading(NamedTuple):
    """Cells whose sum a fact may mean; it may fall short of it by at most the `less` cells."""

    words: str
    cells: tuple[Address, ...]
    less: tuple[Address, ...] = ()


@cache
def readings(item: Item, edition: Edition) -> tuple[Reading, ...]:
    """What a fact may mean in this edition, the plainest first; empty when no cell holds it."""
    possible = _readings(item, edition)
    return tuple(reading for reading in possible if set(reading.cells) <= edition.cells.keys())


def together(several: Iterable[tuple[Reading, ...]]) -> list[Reading]:
    """What a sum over several facts may mean."""
    return [
        Reading(
            "＋".join(one.words for one in chosen),
            tuple(cell for one in chosen for cell in one.cells),
            tuple(cell for one in chosen for cell in one.less),
        )
        for chosen in product(*several)
    ]


def _readings(item: Item, edition: Edition) -> Iterator[Reading]:
    topic, role, applicant = item
    if topic == "applications":
        yield from _of_applications(role, applicant, edition)
    elif topic in DISPUTES:
        rows = _LITIGATION if topic == "litigation" else (topic,)
        column = role if role in ("upheld", "corrected", "other_result", "pending") else "total"
        yield _named(tuple(Address("disputes", row, column) for row in rows), edition, rows)
    elif topic in DOCUMENTS:
        for columns in _COLUMNS.get(role, ()):
            cells = tuple(Address("disclosure", topic, column) for column in columns)
            less = (Address("disclosure", topic, _LESS[role]),) if role in _LESS else ()
            yield _named(cells, edition, (topic,), less)
    elif topic in DECISIONS:
        yield _named((Address("disclosure", topic, "decisions"),), edition, (topic,))
    elif topic == "administrative_fees":
        yield _named((Address("disclosure", topic, "amount"),), edition, (topic,))


def _of_applications(role: str, applicant: str, edition: Edition) -> Iterator[Reading]:
    columns = _LEGAL_PERSONS if applicant == "organisations" else (applicant or "total",)
    members = tuple(row for row in edition.table("applications").rows if _is_of(row, role))
    # 结转0件，其中自然人8件: those who applied, not those carried over, who are few and seldom told apart.
    applied = _ROWS["received"] if applicant and role in CARRIED else ()
    for rows in (*_ROWS.get(role, (members,)), *applied):
        cells = tuple(Address("applications", row, column) for row in rows for column in columns)
        less_row = _LESS.get(role)
        less = tuple(Address("applications", less_row, column) for column in columns) if less_row else ()
        if cells:
            yield _named(cells, edition, rows, less, _GROUPS.get(role, ""))


def _is_of(row: str, role: str) -> bool:
    """Whether a row is the one of a result, or one of those that it groups."""
    return row == role or (role in _GROUPS and row.startswith(f"{role}_"))


def _named(
    cells: tuple[Address, ...],
    edition: Edition,
    rows: tuple[str, ...],
    less: tuple[Address, ...] = (),
    group: str = "",
) -> Reading:
    """The reading with the words by which a sentence calls its cells."""
    known = [edition.cells[cell] for cell in cells if cell in edition.cells]
    if not known:
        return Reading("", cells, less)
    table = _TABLES[cells[0].table]
    names = list(dict.fromkeys(cell.row_short.split("（区分")[0] for cell in known))
    row = f"{group}各项" if group and len(rows) > 1 else "＋".join(names)
    row = "行政诉讼两类" if rows == _LITIGATION else row
    columns = list(dict.fromkeys(cell.column_name for cell in known))
    column = columns[0] if len(columns) == 1 else "法人或其他组织各列"
    return Reading(f"{table}{row}{'' if row.endswith(column) else column}", cells, less)
