"""What the styles of a Word document say of its text: numbering, hidden, struck, raised."""

from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 20  # styles based on each other; a circle ends here
_SHIFTS = {"superscript": "sup", "subscript": "sub"}


@dataclass(frozen=True)
class Look:
    """How a run looks; None where it says nothing and its style decides."""

    hidden: bool | None = None
    struck: bool | None = None
    shift: str | None = None

    def over(self, other: "Look") -> "Look":
        """This look where it says something, the other's elsewhere."""
        return Look(
            other.hidden if self.hidden is None else self.hidden,
            other.struck if self.struck is None else self.struck,
            other.shift if self.shift is None else self.shift,
        )


PLAIN = Look()


@dataclass(frozen=True)
class Style:
    """A style with what it takes from those it is based on. `number` and `level` are its list's."""

    name: str = ""
    look: Look = PLAIN
    number: str | None = None
    level: int | None = None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: "etree._Element | None") -> None:
        nodes = [] if root is None else root.findall(f"{W}style")
        self._nodes = {value(node, "styleId"): node for node in nodes}
        self._known: dict[str, Style] = {"": Style()}

    def style(self, key: str, depth: int = 0) -> Style:
        """A style; one that says nothing when there is none of this id."""
        if key not in self._known:
            node = self._nodes.get(key)
            known = Style() if node is None or depth > _DEEPEST else self._read(node, depth)
            self._known[key] = known
        return self._known[key]

    def _read(self, node: "etree._Element", depth: int) -> Style:
        base = self.style(child(node, "basedOn"), depth + 1)
        own = node.find(f"{W}rPr")
        number, level = numbering_of(node.find(f"{W}pPr"))
        return Style(
            child(node, "name").lower(),
            (PLAIN if own is None else look_of(own)).over(base.look),
            base.number if number is None else number,
            base.level if level is None else level,
        )


def value(node: "etree._Element", name: str = "val") -> str:
    """An attribute of the format's own namespace, empty when it is missing."""
    return node.get(f"{W}{name}", "")


def child(node: "etree._Element | None", name: str) -> str:
    """The value of a child that only has one, empty when it is missing."""
    found = None if node is None else node.find(f"{W}{name}")
    return "" if found is None else value(found)


def whole(text: str, otherwise: int = 0) -> int:
    """A number as an attribute has it; a hostile or missing one is `otherwise`."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def look_of(properties: "etree._Element") -> Look:
    """The look that the properties of a run or a style state."""
    struck = (_switch(properties, "strike"), _switch(properties, "dstrike"))
    align = child(properties, "vertAlign")
    return Look(
        _switch(properties, "vanish"),
        True if True in struck else False if False in struck else None,
        _SHIFTS.get(align, "") if align else None,
    )


def numbering_of(properties: "etree._Element | None") -> tuple[str | None, int | None]:
    """The list and the level that the properties of a paragraph state."""
    found = None if properties is None else properties.find(f"{W}numPr")
    level = child(found, "ilvl")
    return child(found, "numId") or None, whole(level) if level else None


def _switch(properties: "etree._Element", name: str) -> bool | None:
    found = properties.find(f"{W}{name}")
    return None if found is None else value(found) not in ("0", "false", "off")
