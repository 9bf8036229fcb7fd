"""What templates and drafts leave in a text: [bookmark, XX, 待补充, {applications.granted.total} (F105).

An error, so only what is none in a good report: 有待补充材料, 请填写申请表, 3×5 and masked numbers are fine.
"""

import re

# Runs of half-width signs that are a web or mail address.
_RUN = re.compile(r"[!-~]+")
_ADDRESS = re.compile(r"@|://|www\.|\.(?:com|cn|gov|org|net|edu)\b", re.IGNORECASE)

_RESIDUE = re.compile(
    r"""
    (?=[\[2XxＸ×待T请编该（({])(?:                            # what one of them can begin with, to be quick
      \[bookmark
    | (?<![0-9A-Za-zＸ×])(?<!申请人[一-鿿])(?<!当事人[一-鿿])(?<!原告[一-鿿])
      (?:20)?[XxＸ×]{2,}(?![0-9A-Za-z])                      # XX局, ××件, 20XX年; not 138XXXX1234
    | (?<![有尚仍亟需还均])待补充(?!材料|证|资料|完善|齐|提供|说明|申请|补正|更正|修改|健全|后|的)
    | (?<![A-Za-z])TODO(?![A-Za-z])
    | (?<![“‘])请填写(?![^。\n]{0,12}(?:申请[表书单人]|登记表|问卷|《))
    | (?<=[（(【\[])编写说明 | ^编写说明 | 编写说明(?=[：:])
    | [（(]?该部分以表格形式报告
    | [（(]文字描述(?=[，,）)])                                  # as the official template has it
    | \{\s?[a-z][a-z0-9_.+]{0,150}\s?\} | \{\{[^{}\n]{0,80}\}\}   # a figure reference, or a template's field
    )
    """,
    re.VERBOSE | re.MULTILINE,
)


def residues(text: str) -> dict[str, list[int]]:
    """The residues of a text, each with the places where it stands."""
    if not _RESIDUE.search(text):
        return {}
    plain = _RUN.sub(lambda run: " " * len(run[0]) if _ADDRESS.search(run[0]) else run[0], text)
    places: dict[str, list[int]] = {}
    for found in _RESIDUE.finditer(plain):
        places.setdefault(found[0], []).append(found.start())
    return places
