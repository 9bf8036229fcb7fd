"""Which edition a key or a report year means."""

from govreport.editions import annual_2019, annual_2021
from govreport.editions.schema import Edition

EDITIONS: dict[str, Edition] = {
    annual_2019.EDITION.key: annual_2019.EDITION,
    annual_2021.EDITION.key: annual_2021.EDITION,
}

_NAMES = {str(cell.address): cell.name for form in EDITIONS.values() for cell in form.cells.values()}


class UnknownEdition(LookupError):
    """No official edition has this key or covers this year."""


def edition(key: str) -> Edition:
    """The edition with this key ("2019", "2021"). Raises UnknownEdition."""
    try:
        return EDITIONS[key]
    except KeyError:
        raise UnknownEdition(f"没有“{key}”这一版格式") from None


def cell_name(address: str) -> str:
    """The name of a cell in whichever edition has it, the newest first; "" when none has."""
    return _NAMES.get(address, "")


def edition_for(year: int) -> Edition:
    """The edition in force for reports on this year. Raises UnknownEdition before 2019."""
    for candidate in EDITIONS.values():
        if candidate.first_year <= year and (candidate.last_year is None or year <= candidate.last_year):
            return candidate
    raise UnknownEdition(f"{year} 年没有适用的格式，统一格式自 2019 年度起使用")
