"""Labels compared as a reader of the form compares them: notation aside, torn and mistyped ones included."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

# Below it two labels are different ones; "其他法律行政止公开" is still 其他法律行政法规禁止公开 (0.82).
LIKE = 0.75
_TORN = 0.95
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


@dataclass(frozen=True)
class _Form:
    """A label bare, and bare without its notes; the pairs of neighbouring signs of both."""

    whole: str
    core: str
    pairs: frozenset[str]


@lru_cache(maxsize=8192)  # a hostile file has no end of labels
def _form(text: str) -> _Form:
    whole, core = bare(text), without_notes(text)
    return _Form(whole, core, frozenset(core[at : at + 2] for at in range(len(core) - 1)))


class Labels(Mapping[str, str]):
    """Official labels and the key that each means, made ready to be looked up; compared by identity."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = dict(keys)
        self.forms = tuple((_form(label), key) for label, key in keys.items())
        self.wholes = {form.whole: key for form, key in self.forms if self._means_one(form.whole)}
        self._with_pair: dict[str, list[int]] = {}
        for number, (form, _) in enumerate(self.forms):
            for pair in form.pairs:
                self._with_pair.setdefault(pair, []).append(number)

    def near(self, seen: _Form) -> Iterator[tuple[_Form, str]]:
        """The labels that share so many pairs of signs with one seen that they may be like it."""
        shared = Counter(number for pair in seen.pairs for number in self._with_pair.get(pair, ()))
        for number, count in shared.items():
            official = self.forms[number][0]
            if 4 * count >= min(len(seen.core), len(official.core)) - 4:
                yield self.forms[number]

    def _means_one(self, whole: str) -> bool:
        return len({key for form, key in self.forms if form.whole == whole}) == 1

    def __getitem__(self, label: str) -> str:
        return self._keys[label]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    __hash__ = object.__hash__


def likeness(seen: str, official: str) -> float:
    """How far a label seen is an official one: 1 the same, 0 nothing alike. An empty one is like nothing."""
    return _degree(_form(seen), _form(official))


def _degree(seen: _Form, official: _Form) -> float:
    here, there = seen.core, official.core
    if not here:
        return 0.0
    if seen.whole == official.whole or here == there:
        return 1.0
    if len(here) >= _SHORTEST_TORN and (there.startswith(here) or there.endswith(here)):
        return _TORN
    if abs(len(here) - len(there)) * 2 > max(len(here), len(there)):
        return 0.0
    return SequenceMatcher(None, here, there, autojunk=False).ratio()


def may_be(seen: str, officials: Labels) -> bool:
    """Whether a label seen comes near any of the official ones, which costs little to find out."""
    return len(seen) <= _LONGEST and any(True for _ in officials.near(_form(seen)))


def best(seen: str, officials: Mapping[str, str]) -> str | None:
    """The key of the official label (labels to keys) that a label seen means.

    None when no label is like enough, or two of different keys are equally so.
    """
    if len(seen) > _LONGEST or seen.isascii():  # figures; no label is without Han
        return None
    return _best(seen, officials if isinstance(officials, Labels) else Labels(officials))


@lru_cache(maxsize=8192)
def _best(seen: str, officials: Labels) -> str | None:
    form = _form(seen)
    if form.whole in officials.wholes:
        return officials.wholes[form.whole]
    ranked: dict[str, float] = {}
    for official, key in officials.near(form):
        ranked[key] = max(ranked.get(key, 0.0), _degree(form, official))
    if not ranked:
        return None
    (key, degree), *others = sorted(ranked.items(), key=lambda item: -item[1])
    if degree < LIKE or (others and others[0][1] == degree):
        return None
    return key
