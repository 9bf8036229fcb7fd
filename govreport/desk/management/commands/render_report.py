"""render_report: a report file in, the official form out."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand

from govreport.desk.report_files import UnreadableFile, read_report, reason_of
from govreport.rendering.renderers import RENDERERS


class Command(BaseCommand):
    """Exit 0: written; 2: the file cannot be read as a report, or the output cannot be written."""

    help = "把一份年报文件排成统一格式"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--to", required=True, choices=sorted(RENDERERS))
        parser.add_argument("--output", required=True, type=Path, metavar="PATH")

    def handle(self, *args: Any, **options: Any) -> None:
        output: Path = options["output"]
        try:
            reading = read_report(options["file"])
        except UnreadableFile as error:
            self._refuse(str(error))
        data = RENDERERS[options["to"]].render(reading.content)
        try:
            output.write_bytes(data)
        except OSError as error:
            self._refuse(f"{output}：写不进去（{reason_of(error)}）")
        self.stdout.write(f"已生成 {output}（{len(data):,} 字节）")

    def _refuse(self, sentence: str) -> NoReturn:
        self.stderr.write(sentence)
        sys.exit(2)
