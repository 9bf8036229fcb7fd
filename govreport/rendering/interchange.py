"""The interchange form: one report as JSON, read with its doubts, written canonically, fingerprinted."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match

from govreport.editions.cells import Address, Contact, Content, Period, ProcessingFee, Signature
from govreport.editions.lookup import EDITIONS
from govreport.editions.numbers import Number, plain, shown
from govreport.editions.schema import Edition
from govreport.rendering.interchange_cells import Doubt, read_cells

SCHEMA_FILE = Path(__file__).with_name("report.schema.json")


class Unreadable(ValueError):
    """The bytes are no report in interchange form; the text is one sentence that says why."""


@dataclass(frozen=True)
class Reading:
    """What was read: the content, and every cell that could not be taken over as it stands."""

    content: Content
    doubts: tuple[Doubt, ...] = ()


def read(data: bytes) -> Reading:
    """Read the interchange form, or an object that holds it under `content`.

    A cell that is no number, or that the edition does not have, becomes a doubt. Raises Unreadable.
    """
    document = _parse(data)
    if isinstance(document, dict) and isinstance(document.get("content"), dict):
        document = document["content"]
    if not isinstance(document, dict):
        raise Unreadable("文件中不是一份年报：最外层应为 JSON 对象")
    edition = EDITIONS.get(str(document.get("edition")))
    if edition is None:
        raise Unreadable("没有写明格式版本：edition 应为 2019 或 2021")
    tables, cells = read_cells(document.get("tables"), edition)
    _validate({**document, "tables": tables})
    content = _content(document, edition, cells.figures, cells.unread)
    return Reading(content, tuple(cells.doubts))


def _parse(data: bytes) -> Any:
    try:
        document = json.loads(
            data.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_int=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_without_duplicates,
        )
        json.dumps(document, ensure_ascii=False, default=str).encode()
    except UnicodeError:
        raise Unreadable("文件不是 UTF-8 编码的文本") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"不是完整的 JSON：第 {error.lineno} 行第 {error.colno} 个字符处有误") from None
    except InvalidOperation:
        raise Unreadable("JSON 中有过大的数值") from None
    except RecursionError:
        raise Unreadable("JSON 嵌套层数过多") from None
    return document


def _refuse_constant(name: str) -> NoReturn:
    raise Unreadable(f"JSON 中有不允许的数值 {name}")


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        repeated = next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number]))
        raise Unreadable(f"JSON 中“{shown(repeated)}”重复出现，无法判断以哪个为准")
    return result


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA_FILE.read_bytes())
    return Draft202012Validator(schema, format_checker=FormatChecker(["date"]))


def _validate(document: dict[str, Any]) -> None:
    error = best_match(_validator().iter_errors(_with_integers(document)))
    if error is not None:
        raise Unreadable(_explain(error))


def _with_integers(value: Any) -> Any:
    """Whole Decimals as int, since the schema library takes no Decimal for an integer."""
    if isinstance(value, Decimal) and value.adjusted() < 20 and value == value.to_integral_value():
        return int(value)
    if isinstance(value, dict):
        return {key: _with_integers(item) for key, item in value.items()}
    return value


_TYPES = {"object": "对象", "string": "文字", "integer": "整数", "number": "数字", "null": "null"}


def _explain(error: ValidationError) -> str:
    """An error of the schema as a sentence; the schema library has its own words, in English."""
    place = ".".join(str(step) for step in error.absolute_path) or "文件"
    wanted: Any = error.validator_value
    schema: Any = error.schema
    if error.validator == "additionalProperties":
        wanted = schema.get("properties", {})
    reason = _REASONS.get(str(error.validator))
    said = reason(wanted, error.instance) if reason else "不符合格式"
    seen = "" if isinstance(error.instance, dict | list) else f"（原为“{shown(str(error.instance))}”）"
    return f"{place}：{said}{seen}"


def _types(wanted: str | list[str]) -> str:
    names = [wanted] if isinstance(wanted, str) else wanted
    return "或 ".join(_TYPES[name] for name in names)


# What an error says, by the schema's keyword: from what is wanted there and what stands there.
_REASONS: dict[str, Callable[[Any, Any], str]] = {
    "required": lambda wanted, seen: f"缺少必需的项 {'、'.join(name for name in wanted if name not in seen)}",
    "additionalProperties": lambda wanted, seen: (
        f"有格式里没有的项 {shown('、'.join(name for name in seen if name not in wanted))}"
    ),
    "type": lambda wanted, seen: f"类型不对，应为{_types(wanted)}",
    "enum": lambda wanted, seen: f"不是允许的值，应为 {' 或 '.join(wanted)}",
    "format": lambda wanted, seen: "不是日期，应写作 2024-01-31",
    "minimum": lambda wanted, seen: f"不能小于 {wanted}",
    "maximum": lambda wanted, seen: f"不能大于 {wanted}",
    "minLength": lambda wanted, seen: "不能是空的",
    "pattern": lambda wanted, seen: "写法不对",
}


def _content(
    document: dict[str, Any],
    edition: Edition,
    figures: Mapping[Address, Number],
    unread: Mapping[Address, str],
) -> Content:
    agency, year, version = document["agency"], document["year"], document.get("version")
    period, contact = document.get("period"), document.get("contact")
    return Content(
        edition=edition.key,
        agency_name=agency["name"],
        agency_code=agency.get("code"),
        year=None if year is None else int(year),
        figures=figures,
        scope=document.get("scope", "own"),
        period=Period(*(date.fromisoformat(period[end]) for end in ("from", "to"))) if period else None,
        title=document.get("title"),
        contact=Contact(**contact) if contact else None,
        narrative=document.get("narrative", {}),
        processing_fee=_processing_fee(document.get("processing_fee")),
        notes=document.get("notes", {}),
        signature=_signature(document.get("signature")),
        version=None if version is None else int(version),
        unread=unread,
    )


def _processing_fee(stated: dict[str, Any] | None) -> ProcessingFee | None:
    if stated is None:
        return None
    issued = stated.get("notices_issued")
    amounts = {
        key: None if stated.get(key) is None else Decimal(stated[key])
        for key in ("notices_amount", "collected_amount")
    }
    return ProcessingFee(None if issued is None else int(issued), **amounts)


def _signature(stated: dict[str, Any] | None) -> Signature | None:
    if stated is None:
        return None
    signed = stated.get("date")
    return Signature(stated.get("name"), None if signed is None else date.fromisoformat(signed))


def as_dict(content: Content) -> dict[str, Any]:
    """The interchange form as plain values: every cell of the edition, counts as int, money as string."""
    optional = {
        "period": content.period
        and {"from": content.period.first.isoformat(), "to": content.period.last.isoformat()},
        "title": content.title,
        "contact": content.contact and _stated(asdict(content.contact)),
        "narrative": {key: text for key, text in content.narrative.items() if text},
        "processing_fee": content.processing_fee and _fee_values(content.processing_fee),
        "notes": dict(content.notes),
        "signature": content.signature and _signature_values(content.signature),
        "version": content.version,
    }
    agency = {"name": content.agency_name}
    if content.agency_code:
        agency["code"] = content.agency_code
    return {
        "edition": content.edition,
        "agency": agency,
        "year": content.year,
        "scope": content.scope,
        "tables": _tables(content),
        **{key: value for key, value in optional.items() if value},
    }


def _tables(content: Content) -> dict[str, dict[str, dict[str, int | str | None]]]:
    tables: dict[str, dict[str, dict[str, int | str | None]]] = {}
    for address in EDITIONS[content.edition].cells:
        row = tables.setdefault(address.table, {}).setdefault(address.row, {})
        number = content.figure(address)
        row[address.column] = plain(number) if isinstance(number, Decimal) else number
    return tables


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _fee_values(fee: ProcessingFee) -> dict[str, int | str]:
    return {
        key: plain(value) if isinstance(value, Decimal) else value
        for key, value in _stated(asdict(fee)).items()
    }


def _signature_values(signature: Signature) -> dict[str, str]:
    values = {"name": signature.name, "date": signature.date and signature.date.isoformat()}
    return {key: value for key, value in values.items() if value}


def canonical(content: Content) -> bytes:
    """The one spelling that is hashed: keys sorted, UTF-8, no insignificant space, shortest decimals."""
    return json.dumps(as_dict(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(content: Content) -> str:
    """The sha256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(content)).hexdigest()
