"""The portal in a browser: accessible, no wider than the screen, and printed like the official form."""

import pytest

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
