"""What a glyph of a PDF says: the character meant, and nothing for marks without width."""

import unicodedata
from functools import lru_cache

# Radicals that Unicode does not decompose; fonts give them out for the characters they look like.
_RADICALS = str.maketrans(
    dict(
        zip(
            "⺠⺝⻁⻄⻅⻆⻉⻋⻌⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻯⻰",
            "民月虎西见角贝车辶長镸长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿竜龙",
            strict=True,
        )
    )
)


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """A sign's text: radicals and compatibility ideographs as characters, nothing that has no width."""
    return "".join(_normal(sign) for sign in text.translate(_RADICALS))


def _normal(sign: str) -> str:
    if "\u2e80" <= sign <= "\u2fdf" or "\uf900" <= sign <= "\ufaff":
        return unicodedata.normalize("NFKC", sign)
    if "\ud800" <= sign <= "\udfff":  # half of a pair, which no file and no page can hold
        return "\ufffd"
    return "" if unicodedata.category(sign) in ("Cf", "Cc") else sign
