"""Signs that Word takes from a symbol font by number."""

_WINGDINGS = {0x6C: "●", 0x6E: "■", 0x75: "◆", 0xA8: "□", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑"}
_CIRCLED = 0x81  # ① to ⑩ in Wingdings, the same in black from 0x8C on
_CIRCLED_BLACK = 0x8C
_PRIVATE = range(0xF000, 0xF100)
UNKNOWN = "\ufffd"


def symbol(font: str, char: str) -> str:
    """The sign of a font's number; U+FFFD where it is not known, so that nothing goes unseen."""
    try:
        code = int(char, 16)
    except ValueError:
        return UNKNOWN
    if code not in _PRIVATE and not font.startswith("Wingdings"):
        return chr(code) if 0x20 <= code < 0xD800 else UNKNOWN
    place = code & 0xFF
    if font != "Wingdings":
        return chr(place) if font == "Symbol" and chr(place).isdigit() else UNKNOWN
    for first, sign in ((_CIRCLED, "①"), (_CIRCLED_BLACK, "①")):
        if first <= place < first + 10:
            return chr(ord(sign) + place - first)
    return _WINGDINGS.get(place, UNKNOWN)
