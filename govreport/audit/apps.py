"""The Django application `audit`."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Names the application on the pages of `/admin/`."""

    name = "govreport.audit"
    verbose_name = "操作记录"
