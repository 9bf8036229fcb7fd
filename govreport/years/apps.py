"""The Django application `years`."""

from django.apps import AppConfig


class YearsConfig(AppConfig):
    """Names the application on the pages of `/admin/`."""

    name = "govreport.years"
    verbose_name = "年度编制工作"
