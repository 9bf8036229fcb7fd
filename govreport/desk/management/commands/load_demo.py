"""load_demo: the sample county, with people to sign in as and reports in every state."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from govreport.desk.sample_county.places import already_made, make_places
from govreport.desk.sample_county.stories import told


class Command(BaseCommand):
    """Loads what is not there yet; run again, it leaves everything as people have changed it since."""

    help = "载入示例数据（泽州县）；只在演示环境中可用"
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.GOVREPORT_DEMO:
            raise CommandError("示例数据只能载入演示环境：请先设置环境变量 GOVREPORT_DEMO=1")
        if make_places():
            self.stdout.write("单位、人员和年度编制工作已建立")
        made = already_made()
        missing = [report for report in told() if report not in made]
        if missing:
            self._make_reports(missing)
        self.stdout.write("示例数据已载入" if missing else "示例数据已经齐全")

    def _make_reports(self, missing: list[tuple[str, int]]) -> None:
        # Here, because it loads the PDF renderer: the demonstration starts without it the second time.
        from govreport.desk.sample_county.reports import make_report

        for number, (agency, year) in enumerate(missing, start=1):
            report = make_report(agency, year)
            state = report.get_state_display()
            self.stdout.write(f"[{number}/{len(missing)}] {year} {report.agency} {state}")
            self.stdout.flush()
