"""The Django application `importing`."""

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    """Names the application."""

    name = "govreport.importing"
    verbose_name = "导入"
