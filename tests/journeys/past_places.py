"""Pages of the past reports in every state worth looking at: how to get there."""

from django.utils import timezone

from govreport.agencies.models import Agency, User
from govreport.importing.history.batches import Confirmed, add_file, confirm, open_batch
from govreport.importing.models import ImportBatch, ImportItem
from tests.importing.past import as_page, past
from tests.journeys.visit import Visit
from tests.journeys.windows import Window

State = ImportItem.State


def batch_of(visit: Visit) -> ImportBatch:
    """Files in every state: kept, already there, other content, ready, nobody's, unreadable, in work."""
    authority, by = visit.report.reporting_year.authority, User.objects.get(username="authority")
    batch, now = open_batch(authority, by=by, at=timezone.now()), timezone.now()
    kept = add_file(
        batch, name="云溪县林业局2019年.html", data=as_page(past(granted=3, results_total=9)), at=now
    )
    confirm(kept, Confirmed(Agency.objects.get(code="yunxi-lyj"), 2019), by=by, at=now)
    files = {
        "再次下载的年报.html": as_page(past(granted=3, results_total=9)),
        "重新发布的年报.html": as_page(past(granted=4, results_total=4)),
        "yunxi-jtj-2020.html": as_page(past("云溪县交通运输局", 2020, new_received=8, granted=7)),
        "镇2022.html": as_page(past("云溪县青禾镇人民政府", 2022)).replace(
            b">0<", "约3件".encode().join((b">", b"<")), 2
        ),
        "教育局.html": as_page(past("云溪县教育局", 2021)),
        "首页.html": b"<p>404</p>",
        "自然资源局2023年年报.html": as_page(past("泽州县自然资源局", 2023)),
    }
    for name, data in files.items():
        add_file(batch, name=name, data=data, at=now)
    return batch


def imports(visit: Visit) -> Window:
    batch_of(visit)
    window = visit.window("authority")
    window.page.goto("/desk/imports/")
    return window


def imports_refused(visit: Visit) -> Window:
    """No file was chosen, and the form was sent past the script (which axe needs, so it is on)."""
    window = visit.window("authority")
    window.page.goto("/desk/imports/")
    with window.page.expect_navigation():
        window.page.locator("form:has(#files)").evaluate("form => form.submit()")
    return window


def import_batch(visit: Visit) -> Window:
    window = visit.window("authority")
    window.page.goto(f"/desk/imports/{batch_of(visit).pk}/")
    window.page.locator("details").first.evaluate("box => box.open = true")
    return window


def imported(visit: Visit) -> Window:
    kept = batch_of(visit).items.get(state=State.KEPT)
    window = visit.window("authority")
    window.page.goto(f"/desk/imported/{kept.publication_id}/")
    return window


def public_past_report(visit: Visit) -> Window:
    batch_of(visit)
    window = visit.window("anonymous")
    window.page.goto("/agencies/yunxi-lyj/2019/")
    return window


def public_agency(visit: Visit) -> Window:
    batch_of(visit)
    window = visit.window("anonymous")
    window.page.goto("/agencies/yunxi-lyj/")
    return window
