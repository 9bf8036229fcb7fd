"""What a person chooses on the page of a proposal: as it was posted, or as it stands before anything is."""

from collections.abc import Iterable, Mapping

from django.http import QueryDict

from govreport.importing.offers import Change, Offer

TAKE, TYPE, BLANK, KEEP = "take", "type", "blank", "keep"
UNDECIDED = ""


class Choices:
    """The choices by offer. What is certain is taken at first, except a blank for something written.

    A doubt is undecided at first, unless the draft says the same already.
    """

    def __init__(self, data: QueryDict | None = None) -> None:
        self._data = data
        self._taken = frozenset(data.getlist("take")) if data is not None else None
        self._all = data is not None and data.get("action") == "confirm_all"

    @property
    def sure(self) -> bool:
        """Whether the person takes a file that does not fit the report."""
        return self._data is not None and self._data.get("sure") == "1"

    @property
    def rest(self) -> str:
        """What becomes of the doubts that are not decided one by one."""
        return self._posted("rest", (TAKE, KEEP))

    def whole(self, table: str) -> str:
        """What becomes of a whole table, whatever is ticked in it."""
        return self._posted(f"whole.{table}", (TAKE, KEEP))

    def takes(self, offer: Offer) -> bool:
        """Whether what the file says for certain is taken."""
        whole = TAKE if self._all else self.whole(offer.section)
        if whole:
            return whole == TAKE and offer.change in (Change.NEW, Change.OVER)
        if self._taken is None:
            return offer.change in (Change.NEW, Change.OVER)
        return offer.key in self._taken

    def decision(self, offer: Offer) -> str:
        """How a doubt is settled: take, type, blank, keep, or "" while it is not."""
        chosen = self._posted(f"doubt.{offer.key}", (TAKE, TYPE, BLANK, KEEP))
        if self.typed(offer) and chosen in (UNDECIDED, TYPE):
            return TYPE
        if chosen and chosen != TYPE:
            return chosen
        if self._data is None and offer.change is Change.SAME:
            return KEEP if offer.now else BLANK
        return self.rest

    def typed(self, offer: Offer) -> str:
        """What was typed instead of what the file says."""
        return self._data.get(f"typed.{offer.key}", "").strip() if self._data is not None else ""

    def undecided(self, offers: Iterable[Offer]) -> list[Offer]:
        """The doubts that nobody has settled."""
        return [offer for offer in offers if offer.doubts and self.decision(offer) == UNDECIDED]

    def result(self, offer: Offer) -> str:
        """What the field holds afterwards, as text."""
        if not offer.doubts:
            return offer.new if self.takes(offer) else offer.now
        results = {TAKE: offer.new, TYPE: self.typed(offer), BLANK: ""}
        return results.get(self.decision(offer), offer.now)

    def _posted(self, name: str, known: tuple[str, ...]) -> str:
        text = self._data.get(name, "") if self._data is not None else ""
        return text if text in known else UNDECIDED


def changed_fields(offers: Iterable[Offer], choices: Choices) -> Mapping[str, Mapping[str, str]]:
    """The fields that come out otherwise than they are now, by section."""
    changed: dict[str, dict[str, str]] = {}
    for offer in offers:
        text = choices.result(offer)
        if text != offer.now:
            changed.setdefault(offer.section, {})[offer.field] = text
    return changed
