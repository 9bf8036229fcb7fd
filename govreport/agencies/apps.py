"""The Django application `agencies`."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Names the application on the pages of `/admin/`."""

    name = "govreport.agencies"
    verbose_name = "单位与人员"
