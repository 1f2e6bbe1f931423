"""Draws the picture of the public figures: for a phone, in colours that everybody can tell apart.

Colours are Okabe and Ito's; hatching and labels say the same, so that it reads in grey too.
Lengths are pixels from the upper left corner.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from textwrap import wrap
from typing import Final

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.content.figures import Kind
from bot.emigre.figures.picture import Bar, Part, Picture

WIDTH: Final = 1080
TALLEST: Final = 2400
"""Room to draw in: the picture is cut where its words end."""
DPI: Final = 100
MARGIN: Final = 44
BARS: Final = 342
"""Where bars begin; before them stand the years."""
LONGEST: Final = 548
"""Of a bar."""
ROW: Final = 52
THICK: Final = 38
COLOURS: Final = 48
TITLE, HEADING, LABEL, SMALL = 46, 38, 34, 28
"""Heights of letters."""
INK, PALE, EMPTY = "#111111", "#555555", "#ffffff"
BLUE: Final = "#0072B2"


@dataclass(frozen=True)
class Look:
    """How an area is filled."""

    colour: str
    hatch: str = ""


KINDS: Final[Mapping[Kind, Look]] = {
    Kind.POSITIVE: Look("#009E73"),
    Kind.NEGATIVE: Look("#E69F00", "//"),
    Kind.NOT_EXAMINED: Look("#DDDDDD", ".."),
    Kind.LAPSED: Look("#BBBBBB", "xx"),
}
UNKNOWN: Final = Look(EMPTY)
WHOLE: Final = Look(BLUE)
PARTIAL: Final = Look("#A6CEE3", "//")


class Sheet:
    """The paper, and how far down it is filled."""

    def __init__(self) -> None:
        self._figure = Figure(figsize=(WIDTH / DPI, TALLEST / DPI), dpi=DPI, facecolor=EMPTY)
        self._area = self._figure.add_axes((0, 0, 1, 1))
        self._area.set_xlim(0, WIDTH)
        self._area.set_ylim(TALLEST, 0)
        self._area.axis("off")
        self.y: float = MARGIN

    def text(
        self, x: float, words: str, height: int, *, colour: str = INK, bold: bool = False
    ) -> float:
        """Write a line around the present height; return where it ends."""
        weight = "bold" if bold else "normal"
        size = height * 72 / DPI
        written = self._area.text(
            x, self.y, words, size=size, color=colour, weight=weight, va="center_baseline"
        )
        return float(written.get_window_extent().x1)

    def number_in(self, left: float, right: float, words: str) -> None:
        """Write into the middle of an area, edged in white: hatching must not cross it."""
        self._area.text(
            (left + right) / 2,
            self.y,
            words,
            size=SMALL * 72 / DPI,
            color=INK,
            weight="bold",
            ha="center",
            va="center_baseline",
            path_effects=[withStroke(linewidth=6, foreground=EMPTY)],
        )

    def area(self, left: float, width: float, look: Look, thick: float = THICK) -> None:
        """Fill an area around the present height."""
        self._area.add_patch(
            Rectangle(
                (left, self.y - thick / 2),
                width,
                thick,
                facecolor=look.colour,
                hatch=look.hatch or None,
                edgecolor=INK,
                linewidth=1.5,
            )
        )

    def save(self, file: Path, remember: Mapping[str, str]) -> None:
        """Write what is filled into a PNG of few colours, with text chunks."""
        whole = BytesIO()
        self._figure.savefig(whole, format="png")
        drawn = Image.open(whole).convert("RGB")
        chunks = PngInfo()
        for keyword, text in remember.items():
            chunks.add_text(keyword, text)
        cut = drawn.crop((0, 0, WIDTH, int(self.y) + MARGIN))
        cut.quantize(COLOURS, dither=Image.Dither.NONE).save(file, pnginfo=chunks, optimize=True)


def draw(picture: Picture, file: Path, remember: Mapping[str, str]) -> None:
    """Draw a picture into a PNG; `remember` goes into its text chunks."""
    mpl.rcParams["font.family"] = "DejaVu Sans"  # it comes with matplotlib: the same everywhere
    mpl.rcParams["hatch.linewidth"] = 1.5
    sheet = Sheet()
    _paragraph(sheet, picture.title, TITLE, bold=True)
    for part in picture.parts:
        _part(sheet, part, picture)
    sheet.y += 14
    _paragraph(sheet, picture.warning, SMALL, bold=True)
    for note in picture.notes:
        _paragraph(sheet, note, SMALL)
    sheet.save(file, remember)


def _paragraph(sheet: Sheet, words: str, height: int, *, bold: bool = False) -> None:
    letters = int((WIDTH - 2 * MARGIN) / (height * (0.66 if bold else 0.56)))
    for line in wrap(words, letters, break_on_hyphens=False):
        sheet.y += height * 0.65
        sheet.text(MARGIN, line, height, bold=bold)
        sheet.y += height * 0.65


def _part(sheet: Sheet, part: Part, picture: Picture) -> None:
    sheet.y += 46
    sheet.text(MARGIN, part.title, HEADING, bold=True)
    sheet.y += ROW
    _legend(sheet, part, picture)
    longest = max(bar.length or 0 for bar in part.bars)
    for bar in part.bars:
        _bar(sheet, bar, LONGEST / longest)
    sheet.y -= ROW / 2


def _legend(sheet: Sheet, part: Part, picture: Picture) -> None:
    items = [(KINDS[kind], name) for kind, name in part.kinds.items()]
    items.append((UNKNOWN, picture.unknown) if items else (PARTIAL, picture.partial))
    x: float = MARGIN
    for look, name in items:
        if x + 60 + len(name) * SMALL * 0.56 > WIDTH - MARGIN:
            x = MARGIN
            sheet.y += SMALL * 1.5
        sheet.area(x, 36, look, thick=26)
        x = sheet.text(x + 46, name, SMALL) + 30
    sheet.y += ROW


def _bar(sheet: Sheet, bar: Bar, pixels: float) -> None:
    after = sheet.text(MARGIN, bar.years, LABEL, bold=bar.length is not None)
    if bar.until:
        sheet.text(after + 12, bar.until, SMALL, colour=PALE)
    if bar.length is None:
        _no_bar(sheet, bar)
        return
    if bar.kinds:
        sheet.area(BARS, bar.length * pixels, UNKNOWN)
        _kinds(sheet, bar, pixels)
    else:
        sheet.area(BARS, bar.length * pixels, PARTIAL if bar.until else WHOLE)
    end = BARS + bar.length * pixels + 14
    sheet.text(end, bar.beside + "*" * bar.retold, LABEL, bold=True)
    sheet.y += ROW


def _no_bar(sheet: Sheet, bar: Bar) -> None:
    words = bar.beside + "*" * bar.retold
    lines = wrap(words, int((WIDTH - BARS - MARGIN) / (SMALL * 0.62)))
    for line in lines:
        sheet.text(BARS, line, SMALL, colour=PALE)
        sheet.y += SMALL * 1.35
    sheet.y += ROW - SMALL * 1.35


def _kinds(sheet: Sheet, bar: Bar, pixels: float) -> None:
    left: float = BARS
    for kind, number in bar.kinds.items():
        right = left + number * pixels
        sheet.area(left, right - left, KINDS[kind])
        sheet.number_in(left, right, str(number))
        left = right
