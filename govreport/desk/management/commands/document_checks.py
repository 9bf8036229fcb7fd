"""document_checks: write docs/checks.md from the declarations of the checks."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from govreport.checks.catalogue import as_markdown


class Command(BaseCommand):
    """Run it after a change to a declaration; a test fails while the page is stale."""

    help = "由代码生成检查目录 docs/checks.md"
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        page = settings.BASE_DIR / "docs" / "checks.md"
        page.write_text(as_markdown(), encoding="utf-8")
        self.stdout.write(f"已生成 {page.relative_to(settings.BASE_DIR)}")
