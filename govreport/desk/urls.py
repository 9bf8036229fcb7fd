"""Addresses of the desk."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page

from govreport.desk.views import (
    answers,
    check_rules,
    editor,
    home,
    importing,
    imports,
    preview,
    review,
    starting,
)
from govreport.reports.models import SectionKey
from govreport.workflow.transitions import TRANSITIONS

app_name = "desk"


class SectionConverter(StringConverter):
    """The key of a section; any other word leads nowhere."""

    regex = "|".join(SectionKey.values)


class ActionConverter(StringConverter):
    """The name of an action of the workflow."""

    regex = "|".join(TRANSITIONS)


register_converter(SectionConverter, "section")
register_converter(ActionConverter, "action")

# /desk/: drafts are not for the next person at the same computer, so nothing of it is kept
urlpatterns = [
    path("", never_cache(home.home), name="home"),
    path("agencies/<slug:code>/<int:year>/start/", never_cache(home.start_report), name="start"),
    path("agencies/<slug:code>/checks/", never_cache(check_rules.rules), name="check_rules"),
    path("reports/<int:report_id>/", never_cache(home.report), name="report"),
    path("reports/<int:report_id>/import/", never_cache(importing.upload), name="import"),
    path("reports/<int:report_id>/template.xlsx", never_cache(importing.template_file), name="template"),
    path("reports/<int:report_id>/proposal/", never_cache(importing.proposal), name="proposal"),
    path("reports/<int:report_id>/review/", never_cache(review.review), name="review"),
    path("reports/<int:report_id>/preview/", never_cache(preview.preview), name="preview"),
    path("reports/<int:report_id>/preview.pdf", never_cache(preview.pdf), name="preview_pdf"),
    path("reports/<int:report_id>/starting/", never_cache(starting.starting), name="starting"),
    path("reports/<int:report_id>/explain/", never_cache(answers.explain), name="explain"),
    path("reports/<int:report_id>/waive/", never_cache(answers.waive), name="waive"),
    path("reports/<int:report_id>/<section:key>/", never_cache(gzip_page(editor.section)), name="section"),
    path("reports/<int:report_id>/<action:action>/", never_cache(review.act), name="action"),
    path("waivers/", never_cache(answers.waivers), name="waivers"),
    path("waivers/<int:waiver_id>/decide/", never_cache(answers.decide), name="decide"),
    path("imports/", never_cache(imports.imports), name="imports"),
    path("imports/<int:batch_id>/", never_cache(imports.batch), name="import_batch"),
    path("imports/<int:batch_id>/files/", never_cache(imports.add), name="import_files"),
    path("imported/<int:publication_id>/", never_cache(imports.record), name="imported"),
    path("imported/<int:publication_id>/original/", never_cache(imports.original), name="original"),
]
