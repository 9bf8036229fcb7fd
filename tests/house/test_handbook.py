"""The handbook for clerks says what stands on the screen, and shows it in pictures that are described."""

import re
from collections.abc import Iterator

from tests.house.inspection import ROOT, modules, templates

FOLDER = ROOT / "docs" / "handbook"
PICTURE = re.compile(r"!\[([^\]]*)\]\(pictures/([\w-]+\.png)\)")
NAMED = re.compile(r"「([^」]+)」")
TAG = re.compile(r"\{%.*?%\}")  # words may go on behind a condition
LARGEST = 80_000


def pages() -> str:
    """The text of all pages."""
    return "\n".join(page.read_text() for page in sorted(FOLDER.glob("*.md")))


def on_screen() -> Iterator[str]:
    """Everything that can put words on the screen."""
    scripts = (ROOT / "static" / "js").rglob("*.js")
    texts = (path.read_text() for path in (*templates(ROOT), *scripts, *modules(ROOT)))
    return (TAG.sub("", text) for text in texts)


def test_every_button_and_label_that_is_named_stands_on_a_page() -> None:
    screen = "\n".join(on_screen())

    assert {words for words in NAMED.findall(pages()) if words not in screen} == set()


def test_every_picture_that_is_referred_to_exists_and_none_is_left_over() -> None:
    shown = {name for _, name in PICTURE.findall(pages())}

    assert shown == {path.name for path in (FOLDER / "pictures").iterdir()}


def test_every_picture_is_described_and_small() -> None:
    silent = [name for words, name in PICTURE.findall(pages()) if len(words) < 10]
    large = [path.name for path in (FOLDER / "pictures").iterdir() if path.stat().st_size > LARGEST]

    assert (silent, large) == ([], [])


def test_every_picture_is_taken_by_the_journey_of_its_name() -> None:
    generator = (ROOT / "tests" / "journeys" / "handbook.py").read_text()
    taken = set(re.findall(r'^    "([\w-]+)": \w', generator, re.M))

    assert taken == {path.stem for path in (FOLDER / "pictures").iterdir()}
