"""Addresses of the desk."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.cache import never_cache

from govreport.desk.views import editor, home, review
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
    path("reports/<int:report_id>/", never_cache(home.report), name="report"),
    path("reports/<int:report_id>/review/", never_cache(review.review), name="review"),
    path("reports/<int:report_id>/<section:key>/", never_cache(editor.section), name="section"),
    path("reports/<int:report_id>/<action:action>/", never_cache(review.act), name="action"),
]
