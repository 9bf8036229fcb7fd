"""A server in a process of its own, on the test's database: a test can kill it and start it again.

Run as a program it serves on the port that it is given, scripts and styles too.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from http import HTTPStatus
from http.client import HTTPConnection

HOST = "localhost"  # as the windows' cookies are for
STARTING_SECONDS = 30


class KillableServer:
    """Serves until it is killed; `start` again takes the same port."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"http://{HOST}:{self.port}"
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "tests.journeys.killable", str(self.port)]
        self._process = subprocess.Popen(command, env=_environment(), stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + STARTING_SECONDS
        while not self._answers():
            assert self._process.poll() is None, "the server ended by itself"
            assert time.monotonic() < deadline, "the server does not answer"
            time.sleep(0.1)

    def kill(self) -> None:
        """End it at once, whatever it is doing."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def _answers(self) -> bool:
        connection = HTTPConnection(HOST, self.port, timeout=1)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == HTTPStatus.OK
        except OSError:
            return False
        finally:
            connection.close()


def _environment() -> dict[str, str]:
    """The settings of the test, its database and its key among them."""
    from django.conf import settings
    from django.db import connection

    known = connection.settings_dict
    address = f"sqlite:///{known['NAME']}"
    if connection.vendor == "postgresql":
        who = f"{known['USER']}:{known['PASSWORD']}@{known['HOST']}:{known['PORT']}"
        address = f"postgres://{who}/{known['NAME']}"
    own = {"DATABASE_URL": address, "SECRET_KEY": settings.SECRET_KEY, "ALLOWED_HOSTS": HOST}
    return os.environ | own | {"DJANGO_SETTINGS_MODULE": "govreport.settings"}


def _serve(port: int) -> None:
    import django
    from django.conf import settings

    storage = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": storage}
    django.setup()
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.servers.basehttp import run
    from django.core.wsgi import get_wsgi_application

    run("127.0.0.1", port, StaticFilesHandler(get_wsgi_application()), threading=True)


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
