"""The Django application `publishing`."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Names the application."""

    name = "govreport.publishing"
    verbose_name = "发布"
