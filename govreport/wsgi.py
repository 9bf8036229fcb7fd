"""What a web server runs: `gunicorn govreport.wsgi`."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "govreport.settings")

if settings.SECRET_KEY == settings.KEYLESS:
    raise ImproperlyConfigured(
        "Set SECRET_KEY_FILE or SECRET_KEY: whoever knows the key can sign in as anybody."
    )

application = get_wsgi_application()
