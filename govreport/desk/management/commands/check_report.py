"""check_report: read a report file, check it, print what was found."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from govreport.checks.catalogue import LEVEL_WORDS
from govreport.checks.finding import Result
from govreport.checks.listing import not_assessable_lines
from govreport.checks.run import run
from govreport.checks.subject import Subject
from govreport.desk.report_files import UnreadableFile, read_report
from govreport.editions.cells import Content
from govreport.editions.lookup import cell_name, edition
from govreport.editions.schema import Edition
from govreport.importing.grid import Unreadable
from govreport.importing.limits import apart
from govreport.importing.reading import Reading, left_out
from govreport.rendering.interchange import as_dict
from govreport.rendering.interchange_cells import Doubt


class Command(BaseCommand):
    """Exit 0: no error-level finding; 1: at least one; 2: the file cannot be read as a report."""

    help = "检查一份年报文件，列出发现的问题"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--previous", type=Path, metavar="FILE", help="上一年度的年报文件")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            reading = read_report(options["file"])
            previous = _previous(options["previous"], reading.content) if options["previous"] else None
            subject = Subject(reading.content, previous=previous, layout=reading.layout)
            result = apart(run, subject, doing="检查")
        except (UnreadableFile, Unreadable) as error:
            self.stderr.write(str(error))
            sys.exit(2)
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(reading, result), ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(_as_lines(reading, result)))
        if result.has_errors:
            sys.exit(1)


def _previous(file: Path, content: Content) -> Content:
    """The report of the year before. Raises UnreadableFile when the file is of another year."""
    previous = read_report(file).content
    if content.year and previous.year and previous.year != content.year - 1:
        message = f"{file.name} 是 {previous.year} 年度的年报，不是 {content.year} 年度的上一年度"
        raise UnreadableFile(message)
    return previous


def _as_json(reading: Reading, result: Result) -> dict[str, Any]:
    return {
        "content": as_dict(reading.content),
        "doubts": [
            {"cell": doubt.cell, "reason": doubt.reason, "seen": doubt.seen} for doubt in reading.doubts
        ],
        "findings": [
            {
                "code": finding.code,
                "level": finding.level,
                "message": finding.message,
                "cells": [str(cell) for cell in finding.cells],
                "hint": finding.hint,
            }
            for finding in result.findings
        ],
        "not_assessable": [vars(item) for item in result.not_assessable],
    }


def _doubt_line(doubt: Doubt, form: Edition) -> str:
    """Where, why, and what was seen; the reason names the cell, where there is one."""
    headings = {section.key: section.heading for section in form.sections}
    name = cell_name(doubt.cell) or headings.get(doubt.cell.partition(".")[0], "")
    where = f"{name}：" if name and not doubt.reason.startswith(f"{name}：") else ""
    place = f"，{doubt.place}" if doubt.place else ""
    return f"存疑  {where}{doubt.reason}（原为“{doubt.seen}”{place}）"


def _as_lines(reading: Reading, result: Result) -> list[str]:
    content = reading.content
    agency, year = content.agency_name or "（单位不明）", content.year or "（年度不明）"
    lines = [f"{agency} {year}年 {content.edition}年版格式"]
    lines += [_doubt_line(doubt, edition(content.edition)) for doubt in reading.doubts]
    lines += [f"没有采用  {what}" for what in left_out(reading)]
    for finding in result.findings:
        lines.append(f"{LEVEL_WORDS[finding.level]}  {finding.code}  {finding.message}")
        lines.append(f"      {finding.hint}")
    lines += [f"暂无法核对  {line}" for line in not_assessable_lines(result.not_assessable)]
    counts = {word: sum(f.level is level for f in result.findings) for level, word in LEVEL_WORDS.items()}
    lines.append("，".join(f"{word} {count} 处" for word, count in counts.items()))
    return lines
