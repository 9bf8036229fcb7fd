"""The text of a web page as a reader sees it: white space, sub- and superscripts, what is not shown."""

import re
import unicodedata

from lxml import etree

_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display:none|visibility:hidden|mso-hide:all", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(-line)?:[^;]*line-through", re.IGNORECASE)
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
SHIFTED = {"sup": _RAISED, "sub": _LOWERED}


def is_hidden(node: "etree._Element") -> bool:
    """Whether an element is not shown."""
    return node.get("hidden") is not None or bool(_HIDDEN.search(_style(node)))


def is_struck(node: "etree._Element") -> bool:
    """Whether an element's text is struck out."""
    return bool(_STRUCK.search(_style(node))) or "msodel" in node.get("class", "").lower().split()


def _style(node: "etree._Element") -> str:
    return _SPACE.sub("", node.get("style", ""))


def is_wide(sign: str) -> bool:
    """Whether a sign is written without a space beside its like: Han, kana, full-width punctuation."""
    return unicodedata.east_asian_width(sign) in "WF"


class Line:
    """A line of text in the making: white space collapsed, none where a source line breaks between Han."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._last = ""
        self._space = ""

    def add(self, text: str) -> None:
        """Append a stretch of text as it stands in the source."""
        start = 0
        for match in _SPACE.finditer(text):
            self._word(text[start : match.start()])
            self._space += match.group()
            start = match.end()
        self._word(text[start:])

    def _word(self, word: str) -> None:
        if not word:
            return
        if self._space and self._last:
            broken = "\n" in self._space and is_wide(self._last) and is_wide(word[0])
            self._parts.append("" if broken else " ")
        self._space = ""
        self._parts.append(word)
        self._last = word[-1]

    def take(self) -> str:
        """The line so far; a new one begins."""
        text = "".join(self._parts)
        self._parts, self._last, self._space = [], "", ""
        return text
