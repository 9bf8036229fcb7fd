"""Labels compared as a reader of the form compares them: notation aside, torn and mistyped ones included."""

import re
import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache

# Below it two labels are different ones; "其他法律行政止公开" is still 其他法律行政法规禁止公开 (0.82).
LIKE = 0.75
_SHORTEST_TORN = 4
_LONGEST = 200

_ORDINAL = re.compile(
    r"^\s*(\(\s*[一二三四五六七八九十\d]{1,2}\s*\)|[一二三四五六七八九十\d]{1,2}\s*[、.,:])\s*"
)
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|〔[^〔〕]*〕|【[^【】]*】")
_BRACKETS = str.maketrans({"〔": "(", "〕": ")", "【": "(", "】": ")", "[": "(", "]": ")"})


def bare(text: str) -> str:
    """A label's letters and digits alone, NFKC, without its ordinal: "1、属于 国家秘密" is 属于国家秘密."""
    plain = _ORDINAL.sub("", _plain(text))
    return "".join(sign for sign in plain if sign.isalnum())


def without_notes(text: str) -> str:
    """The bare label without what stands in brackets; with it when nothing else is there."""
    plain = _ORDINAL.sub("", _plain(text))
    return bare(_NOTE.sub("", plain)) or bare(text)


def _plain(text: str) -> str:
    joined = "".join(text.split())
    plain = unicodedata.normalize("NFKC", joined).translate(_BRACKETS)
    return "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")


@lru_cache(maxsize=8192)  # a hostile file has no end of labels
def likeness(seen: str, official: str) -> float:
    """How far a label seen is an official one: 1 the same, 0 nothing alike. An empty one is like nothing."""
    whole, core = bare(seen), without_notes(seen)
    wanted, wanted_core = bare(official), without_notes(official)
    if not core:
        return 0.0
    if whole == wanted or core == wanted_core:
        return 1.0
    if len(core) >= _SHORTEST_TORN and (wanted_core.startswith(core) or wanted_core.endswith(core)):
        return 0.95
    if abs(len(core) - len(wanted_core)) > max(len(core), len(wanted_core)) / 2:
        return 0.0
    return SequenceMatcher(None, core, wanted_core, autojunk=False).ratio()


def best(seen: str, officials: Mapping[str, str]) -> str | None:
    """The key of the official label (labels to keys) that a label seen means.

    None when no label is like enough, or two of different keys are equally so.
    """
    if len(seen) > _LONGEST:
        return None
    ranked: dict[str, float] = {}
    for official, key in officials.items():
        ranked[key] = max(ranked.get(key, 0.0), likeness(seen, official))
    (key, degree), *others = sorted(ranked.items(), key=lambda item: -item[1])
    if degree < LIKE or (others and others[0][1] == degree):
        return None
    return key
