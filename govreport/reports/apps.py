"""The Django application `reports`."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Names the application."""

    name = "govreport.reports"
    verbose_name = "年报"
