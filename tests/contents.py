"""Contents for tests: blank, filled, from the published figures; and how findings are compared."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from govreport.checks.finding import Result
from govreport.checks.run import run
from govreport.checks.subject import Subject
from govreport.editions.cells import Address, Content
from govreport.editions.lookup import edition
from govreport.editions.numbers import Number
from govreport.rendering.interchange import read

SAMPLES = Path(__file__).parent / "samples"
CORPUS = sorted((SAMPLES / "corpus").glob("*.json"))

NARRATIVE = {
    "preamble": "本报告依照《中华人民共和国政府信息公开条例》编制，统计期限为1月1日至12月31日。"
    "如有疑问，请与本单位办公室联系（电话：0000-0000000）。",
    "overview": "本单位按照条例要求推进主动公开和依申请公开，完善信息管理，用好公开平台，加强监督保障。",
    "problems": "主要问题是公开内容更新不够及时，下一步将明确专人每周核对栏目。",
    "other_matters": "无其他需要报告的事项，本年度没有收取信息处理费。",
}


def blank(key: str = "2021") -> Content:
    """A content with narrative and no figure."""
    return Content(key, "云溪县林业局", 2023 if key == "2021" else 2019, {}, narrative=NARRATIVE)


def filled(key: str, figures: Mapping[str, Number | None] | None = None) -> Content:
    """A content with narrative, 0 in every cell, and the given figures by address; None blanks a cell."""
    numbers: dict[Address, Number] = dict.fromkeys(edition(key).cells, 0)
    for text, number in (figures or {}).items():
        address = Address.parse(text)
        assert address in numbers, text
        if number is None:
            del numbers[address]
        else:
            numbers[address] = number
    year = 2023 if key == "2021" else 2019
    return Content(key, "云溪县林业局", year, numbers, narrative=NARRATIVE)


def published(name: str) -> Content:
    """The content of a real published report, as filed."""
    return read((SAMPLES / "corpus" / f"{name}.json").read_bytes()).content


def listed_failures(path: Path) -> list[tuple[str, str]]:
    """The arithmetic failures that are known in a published report: code and anchor."""
    return [(code, anchor) for code, anchor in json.loads(path.read_text())["arithmetic_failures"]]


def judged(content: Content, **known: Any) -> Result:
    """What the checks say of a content; `known` is the rest of the subject."""
    return run(Subject(content, **known))


def anchors(result: Result, code: str) -> list[str]:
    """Where findings of this code are, in order."""
    return [finding.anchor for finding in result.findings if finding.code == code]


def codes(result: Result) -> set[str]:
    """The codes of all findings."""
    return {finding.code for finding in result.findings}
