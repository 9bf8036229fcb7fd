"""What a web page may take to be read: more tags than any report has, and tags without end, are refused."""

import re

from lxml import etree

from govreport.importing.grid import Unreadable

TOO_LARGE = "网页过大，不像是年度报告"
_NESTED = "网页的标签嵌套层数过多，无法读取"
# Each takes 400 bytes. A page with an element for every sign of a long report has 100,000.
MOST_TAGS = 300_000
# The parser compares every attribute of a tag with all before it, 2 ns each: the sum of their squares.
_MOST_COMPARED = 500_000_000
_SHORT = 400  # characters, in which so few attributes find room that they need not be counted
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")


def check_page(text: str) -> None:
    """Raises Unreadable for a page that would take the parser long, or much memory."""
    if text.count("<") > MOST_TAGS:
        raise Unreadable(TOO_LARGE)
    compared = sum(_attributes(tag) ** 2 for tag in text.split("<") if len(tag) > _SHORT)
    if compared > _MOST_COMPARED:
        raise Unreadable(TOO_LARGE)


def check_parsed(parser: "etree.HTMLParser") -> None:
    """Raises Unreadable when the parser has given up at one of its own limits, MemoryError without memory."""
    for error in parser.error_log:
        if error.type_name == "ERR_NO_MEMORY":
            raise MemoryError
        if error.type_name == "ERR_RESOURCE_LIMIT":
            raise Unreadable(_NESTED if "depth" in error.message.lower() else TOO_LARGE)


def _attributes(tag: str) -> int:
    """About how many attributes a tag has: the words up to its end, what is quoted left out."""
    return len(_QUOTED.sub("", tag).partition(">")[0].split())
