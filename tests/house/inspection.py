"""What the house rules look at: each function walks one checkout and lists the places that break a rule."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

MODULE_LINES = 300
FUNCTION_LINES = 40
TEMPLATE_LINES = 120
ELEMENT_LINES = 150

DRAWERS = {"utils", "util", "common", "core", "helpers", "helper", "misc", "lib", "shared"}


def modules(root: Path) -> Iterator[Path]:
    """Our own Python modules; migrations are generated and left out."""
    return (path for path in sorted((root / "govreport").rglob("*.py")) if "migrations" not in path.parts)


def long_files(root: Path) -> list[str]:
    """Modules, templates and scripts over their budget of lines."""
    budgets = [(path, MODULE_LINES) for path in modules(root)]
    budgets += [(path, TEMPLATE_LINES) for path in sorted((root / "templates").rglob("*.html"))]
    budgets += [(path, ELEMENT_LINES) for path in sorted((root / "static").rglob("*.js"))]
    counted = ((path, len(path.read_text().splitlines()), most) for path, most in budgets)
    return [f"{path.relative_to(root)}: {lines} lines" for path, lines, most in counted if lines > most]


def long_functions(root: Path) -> list[str]:
    """Functions over their budget of lines."""
    return [
        f"{path.relative_to(root)}: {node.name}"
        for path in modules(root)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > FUNCTION_LINES
    ]


def modules_without_first_line(root: Path) -> list[str]:
    """Modules that do not open with one line saying what they are for."""
    return [
        str(path.relative_to(root))
        for path in modules(root)
        if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text()))
    ]


def drawers(root: Path) -> list[str]:
    """Packages and modules named for nothing in particular, where anything would end up."""
    return [str(path.relative_to(root)) for path in modules(root) if _names(path, root) & DRAWERS]


def _names(path: Path, root: Path) -> set[str]:
    return set(path.relative_to(root / "govreport").with_suffix("").parts)


def templates(root: Path) -> list[Path]:
    """Every template."""
    return sorted((root / "templates").rglob("*.*"))


def parts_without_contract(root: Path) -> list[str]:
    """Template parts (`_name.html`) that do not open by listing what they are given."""
    return [
        str(path.relative_to(root))
        for path in templates(root)
        if path.name.startswith("_") and not path.read_text().startswith("{% comment %}")
    ]


INLINE = re.compile(
    r"<script(?![^>]*\b(src|type=\"application/json\"))|\sstyle=|\son[a-z]+=\"|javascript:", re.I
)


def inline_code(root: Path) -> list[str]:
    """Templates with inline scripts, styles or handlers, which the content security policy would stop."""
    return [str(path.relative_to(root)) for path in templates(root) if INLINE.search(path.read_text())]


def swallowed_exceptions(root: Path) -> list[str]:
    """Handlers that catch everything."""
    return [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in modules(root)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    ]
