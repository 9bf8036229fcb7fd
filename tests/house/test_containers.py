"""The container files, read but not run: what they install, start, keep, and do not give away."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.house.inspection import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
WEB, DB = COMPOSE["services"]["web"], COMPOSE["services"]["db"]
BOOTSTRAP = (ROOT / "scripts" / "bootstrap").read_text()
SETTINGS = (ROOT / "govreport" / "settings.py").read_text()
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()

REQUIRED = re.compile(r"\$\{\w+:\?[^}]+\}")  # refuses to start without it
SECRET_NAME = re.compile(r"PASSWORD|SECRET|KEY|TOKEN|DATABASE_URL", re.I)
HOST = re.compile(r"\b[\w-]+\.(?:org|com|net|io|dev|cn)\b")
PACKAGE = re.compile(r"(?:lib|font)[a-z0-9.-]+")


def instructions(name: str) -> list[str]:
    """The arguments of every instruction of this name in the Dockerfile, continuation lines joined."""
    joined = DOCKERFILE.replace("\\\n", " ")
    return [line.partition(" ")[2] for line in joined.splitlines() if line.startswith(f"{name} ")]


def settings_names() -> set[str]:
    """Every name that settings.py reads from the environment."""
    return set(re.findall(r"env\.\w+\(\s*\"([A-Z_]+)\"", SETTINGS))


def given_values(node: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in the compose file with the name it stands under."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from given_values(value, str(key))
    elif isinstance(node, list):
        for value in node:
            yield from given_values(value, name)
    elif node is not None:
        yield name, str(node)


def test_there_are_the_web_process_and_its_database() -> None:
    assert set(COMPOSE["services"]) == {"web", "db"}
    assert WEB["build"] == "."
    assert DB["image"].startswith("postgres:15")
    assert WEB["depends_on"] == {"db": {"condition": "service_healthy"}}


def test_both_are_asked_whether_they_are_well() -> None:
    assert "pg_isready" in DB["healthcheck"]["test"]
    [check] = instructions("HEALTHCHECK")
    assert "'/healthz'" in check
    assert json.loads(check.partition("CMD ")[2])[:2] == ["python", "-c"]


def test_both_come_back_after_a_restart_of_the_machine() -> None:
    assert {WEB["restart"], DB["restart"]} == {"unless-stopped"}


def test_what_must_last_lives_in_named_volumes() -> None:
    mounted = dict(volume.split(":") for volume in (*WEB["volumes"], *DB["volumes"]))

    assert set(mounted) == set(COMPOSE["volumes"])
    assert mounted["artifacts"] == WEB["environment"]["ARTIFACTS_DIR"]
    assert f"ARTIFACTS_DIR={mounted['artifacts']}" in instructions("ENV")
    assert instructions("VOLUME") == [mounted["artifacts"]]


def test_no_secret_stands_in_the_file() -> None:
    secrets = [(name, value) for name, value in given_values(COMPOSE) if SECRET_NAME.search(name)]
    given = [value for _, value in secrets if not REQUIRED.search(value) and value not in COMPOSE["secrets"]]

    assert {name for name, _ in secrets} >= {"POSTGRES_PASSWORD", "SECRET_KEY_FILE", "DATABASE_URL"}
    assert given == ["/run/secrets/secret_key"]
    assert REQUIRED.fullmatch(COMPOSE["secrets"]["secret_key"]["file"])
    assert not [name for name in instructions("ENV") + instructions("ARG") if SECRET_NAME.search(name)]


def test_it_passes_on_only_what_the_settings_read() -> None:
    names = set(WEB["environment"]) | {line.partition("=")[0] for line in instructions("ENV")}

    assert names - settings_names() == {"PYTHONUNBUFFERED"}


def test_it_is_served_to_this_machine_only_and_not_as_a_demonstration() -> None:
    assert [port.rpartition(":")[0].partition(":")[0] for port in WEB["ports"]] == ["127.0.0.1"]
    assert not {"DEBUG", "GOVREPORT_DEMO"} & set(WEB["environment"])
    assert "127.0.0.1" in WEB["environment"]["ALLOWED_HOSTS"].split(",")  # the health check asks so


def test_the_image_holds_the_libraries_that_the_scripts_install() -> None:
    wanted = re.search(r"^    echo (libpango.*)$", BOOTSTRAP, re.M)
    [installed] = [line for line in instructions("RUN") if "apt-get install" in line]

    assert wanted
    assert set(PACKAGE.findall(installed.partition("recommends")[2].partition("&&")[0])) == set(
        PACKAGE.findall(wanted[1])
    )


def test_its_fonts_come_out_of_the_same_package() -> None:
    package = re.search(r"^FONTS_PACKAGE=(.+)$", BOOTSTRAP, re.M)
    wanted = re.search(r"^FONTS_WANTED='(.+)'$", BOOTSTRAP, re.M)

    assert package
    assert wanted
    assert f"apt-get download -q -o APT::Sandbox::User=root {package[1]} " in DOCKERFILE
    assert [font for font in wanted[1].split() if f"fandol/{font}-Regular.otf" not in DOCKERFILE] == []


def test_it_installs_the_locked_dependencies_with_their_hashes() -> None:
    [pip] = [line for line in instructions("RUN") if "pip install" in line]

    words = " ".join(pip.split())
    assert words.endswith("--no-deps --require-hashes -r requirements/base.txt && python -m pip check")
    assert "requirements/base.txt requirements/base.txt" in instructions("COPY")


def test_it_is_debian_12_with_python_3_11_from_wherever_the_engine_gets_its_images() -> None:
    assert instructions("FROM") == ["debian:bookworm-slim AS fonts", "python:3.11-slim-bookworm"]
    assert HOST.findall(DOCKERFILE) == []


def test_it_runs_as_nobody_in_particular_and_migrates_before_it_serves() -> None:
    assert instructions("USER") == ["govreport"]
    [entry], [arguments] = instructions("ENTRYPOINT"), instructions("CMD")
    shell = json.loads(entry)
    assert shell[:2] == ["sh", "-euc"]
    assert re.match(
        r"python manage.py migrate .*; exec gunicorn govreport.wsgi:application \"\$@\"", shell[2]
    )
    assert {"gthread", "0.0.0.0:8000"} <= set(json.loads(arguments))


def test_nothing_is_sent_to_the_build_but_what_it_copies() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    copied = {line.split()[0] for line in instructions("COPY") if not line.startswith("--from")}

    assert rules[0] == "*"
    assert {rule[1:] for rule in rules if rule.startswith("!")} == copied
    assert [place for place in copied if not (ROOT / place).exists()] == []


def test_the_handbook_lists_every_name_of_the_environment() -> None:
    table = OPERATIONS.partition("\n## The environment\n")[2].partition("\n## ")[0]
    listed = re.findall(r"^\| `([A-Z_]+)` \|", table, re.M)

    assert sorted(listed) == sorted(settings_names())


@pytest.mark.parametrize("file", ["docker-compose.yml", "Dockerfile"])
def test_what_was_never_run_says_so(file: str) -> None:
    assert "without a container engine" in (ROOT / file).read_text()
    assert "without a container engine" in OPERATIONS


def test_the_handbook_names_every_variable_of_the_compose_file() -> None:
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text()))

    assert [name for name in sorted(asked) if f"`{name}`" not in OPERATIONS] == []
