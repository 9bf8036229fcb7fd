"""Addresses of the portal."""

from django.urls import path

from govreport.portal.views import agency, check_file, checks, downloads, health, home, report

app_name = "portal"

_REPORT = "agencies/<slug:code>/<int:year>"

# /
urlpatterns = [
    path("", home.home, name="home"),
    path("agencies/<slug:code>/", agency.agency, name="agency"),
    path(f"{_REPORT}/", report.report, name="report"),
    path(f"{_REPORT}/report.<slug:format>", downloads.artifact, name="artifact"),
    path(f"{_REPORT}/v<int:version>/", report.report, name="version"),
    path(f"{_REPORT}/v<int:version>/report.<slug:format>", downloads.artifact, name="version_artifact"),
    path("check/", check_file.check, name="check"),
    path("checks/", checks.checks, name="checks"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
