"""A window as a clerk sees it: cells by their address, keys instead of a mouse."""

from collections.abc import Mapping
from typing import Final

from playwright.sync_api import FilePayload, Locator, Page, ViewportSize, expect

from tests.importing.report_files import ReportFile

Size = ViewportSize

DESKTOP: Final[Size] = {"width": 1366, "height": 768}
PHONE: Final[Size] = {"width": 390, "height": 844}

FAR = 20  # more steps than STEPS is ever wrong by

# How many times Tab has to be pressed from where the focus is, below 0 with Shift; asking after each is slow.
STEPS = """target => {
    const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const skipped = "[tabindex='-1']"; // locked cells and the help of a grid's rows
    const stops = [...document.querySelectorAll(all)].filter(
        stop => stop === target || (stop.checkVisibility() && !stop.disabled && !stop.matches(skipped))
    );
    const here = document.activeElement;
    if (target === here) return 0;
    const lies = where => stops.filter(stop => here.compareDocumentPosition(stop) & where);
    const after = lies(Node.DOCUMENT_POSITION_FOLLOWING);
    if (after.includes(target)) return after.indexOf(target) + 1;
    const before = lies(Node.DOCUMENT_POSITION_PRECEDING);
    return before.indexOf(target) - before.length;
}"""

# How far a cell of the grid is from the one with the cursor: down, right.
WAY = """address => {
    const { sheet } = document.querySelector("report-grid");
    const [from, to] = [document.activeElement.id, address].map(id => sheet.placeOf(id));
    return [to.row - from.row, to.column - from.column];
}"""


class CountingKeyboard:
    """The keyboard of a page, and how often a key was pressed; with Alt or Ctrl held down it counts once."""

    def __init__(self, page: Page) -> None:
        self.pressed = 0
        self._page = page

    def press(self, key: str) -> None:
        """Press a key, or several at once."""
        self.pressed += 1
        held, _, letter = key.rpartition("+")
        if held == "Alt":
            self._strike(letter)
        else:
            self._page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Type a text; a Chinese character counts once."""
        self.pressed += len(text)
        self._page.keyboard.type(text)

    def _strike(self, letter: str) -> None:
        """With Alt, as the browser is told by the system: only so it knows its access keys."""
        session = self._page.context.new_cdp_session(self._page)
        code = f"Digit{letter}" if letter.isdigit() else f"Key{letter.upper()}"
        key = {"key": letter, "code": code, "windowsVirtualKeyCode": ord(letter.upper()), "modifiers": 1}
        for kind, text in (("rawKeyDown", ""), ("char", letter), ("keyUp", "")):
            session.send(
                "Input.dispatchKeyEvent", {"type": kind, "text": text, "unmodifiedText": letter, **key}
            )
        session.detach()


class Window:
    """One page, with the few things a clerk does in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = CountingKeyboard(page)

    def cell(self, address: str) -> Locator:
        """The input or the total at an address."""
        return self.page.locator(f'[id="{address}"]')

    def note(self, address: str) -> Locator:
        """The sentence at a cell."""
        return self.page.locator(f'[id="note-{address}"]')

    def findings(self, code: str) -> Locator:
        """The lines of one code in the list of findings."""
        return self.page.locator("#findings li").filter(has_text=code)

    def balance(self, column: str) -> Locator:
        """The corner note of one column."""
        return self.page.locator(f'[data-balance="{column}"]')

    def button(self, name: str) -> Locator:
        """The button that says exactly this."""
        return self.page.get_by_role("button", name=name, exact=True)

    def open_section(self, report_id: int, key: str) -> None:
        """Go to a section by its address."""
        self.page.goto(f"/desk/reports/{report_id}/{key}/")

    def fill(self, figures: Mapping[str, str]) -> None:
        """Put texts into cells, quickly."""
        for address, text in figures.items():
            self.cell(address).fill(text)

    def save(self) -> None:
        """Press 保存 and wait for the answer."""
        with self.page.expect_navigation():
            self.button("保存").click()

    def post(self) -> None:
        """Send the section's form as a browser without script does, and wait for the answer."""
        self.page.on("dialog", lambda dialog: dialog.accept())  # the script asks whether to leave
        with self.page.expect_navigation():
            self.page.locator("form.section-form").evaluate("form => form.submit()")

    def choose(self, file: ReportFile, button: str) -> None:
        """Choose a file, press a button and wait for the answer."""
        chosen: FilePayload = {"name": file.name, "mimeType": "application/octet-stream", "buffer": file.data}
        self.page.get_by_label("年报文件").set_input_files(chosen)
        with self.page.expect_navigation():
            self.button(button).click()

    def say(self, text: str) -> None:
        """Explain the first query on the page and wait for the answer."""
        self.page.locator(".say-box").first.evaluate("box => box.open = true")
        self.page.locator(".say textarea").first.fill(text)
        with self.page.expect_navigation():
            self.button("保存说明").first.click()

    # With the keyboard only

    def tab_to(self, target: Locator) -> None:
        """Press Tab until the target has the focus: as often as the page's order says, then as needed."""
        if self.page.evaluate("document.activeElement === document.body"):
            self.keys.press("Tab")  # begins where the address's #… points, which no script can ask
        steps = target.evaluate(STEPS)
        key = "Tab" if steps >= 0 else "Shift+Tab"
        for _ in range(abs(steps)):
            self.keys.press(key)
        for _ in range(FAR):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.keys.press(key)
        raise AssertionError(f"Tab never reaches {target}")

    def press(self, target: Locator) -> None:
        """Go to a link or a button with Tab and press Enter; wait for the page it leads to."""
        self.tab_to(target)
        with self.page.expect_navigation():
            self.keys.press("Enter")

    def follow(self, target: Locator) -> None:
        """Go to a link with Tab and press Enter; it leads to a place on this very page."""
        self.tab_to(target)
        self.keys.press("Enter")

    def strike(self, key: str) -> None:
        """Press a key that leads to another page, and wait for it."""
        with self.page.expect_navigation():
            self.keys.press(key)

    def walk_to(self, address: str) -> None:
        """Go to a cell of the grid by the arrows."""
        for _ in range(2 * FAR):
            down, right = self.page.evaluate(WAY, address)
            if not (down or right):
                return
            ways = ("ArrowDown", "ArrowUp") if down else ("ArrowRight", "ArrowLeft")
            self.keys.press(ways[(down or right) < 0])
        raise AssertionError(f"the arrows never reach {address}")

    def type_in(self, figures: Mapping[str, str]) -> None:
        """Type into cells one after the other, as Tab reaches them."""
        for address, text in figures.items():
            self.tab_to(self.cell(address))
            self.keys.type(text)

    def shows(self, figures: Mapping[str, str]) -> None:
        """Assert what stands in cells."""
        for address, text in figures.items():
            expect(self.cell(address)).to_have_value(text)
