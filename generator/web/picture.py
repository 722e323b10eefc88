"""The picture that shows where somebody passes a page on: the topic's title and its question, and nothing that a source would have to bear out.

It is drawn once, kept in docs/ and looked at by a person: the bytes of a site then do not depend on which version of Pillow is installed, and
building one needs none. The font is the one that Pillow carries, so that the same version gives the same bytes on every machine.
"""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from generator.errors import UsageError
from generator.model import Topic

FILE = "social.png"
"""Below docs/. A site that has it names it in the head of every page."""
SIZE = (1200, 630)
"""Pixels; what the large cards of social sites show uncut."""
EXTRA = "picture"
PROMISE = "Each statement with the exact words it rests on"

_MARGIN = 80
_PAPER, _INK, _QUIET, _MARK = "#ffffff", "#1d2430", "#596273", "#ffefb0"
_TITLE, _QUESTION, _SMALL = (76, 68, 60, 52, 44), (40, 34, 28), 32
"""Sizes of type in pixels, the largest first that leaves room for all lines."""
_ROOM = (270, 150)
"""Height for the title and for the question."""
_LINE = 1.22
_FOOT = 520
_MISSING = "\uffff"
"""No character: what a font draws for it, it draws for all that it lacks."""


def draw(topic: Topic, font: Path | None = None) -> bytes:
    """The picture as PNG.

    Raises UsageError where Pillow is missing, `font` is none, the font lacks a character, or the title is too long.
    """
    drawing = _pillow("ImageDraw")
    image = _pillow("Image").new("RGB", SIZE, _PAPER)
    pen = drawing.Draw(image)
    pen.rectangle((0, 0, 14, SIZE[1]), fill=_INK)
    at = _MARGIN
    for text, sizes, colour, room in (
        (topic.title, _TITLE, _INK, _ROOM[0]),
        (topic.question, _QUESTION, _QUIET, _ROOM[1]),
    ):
        lines, type_, size = _fitted(text, sizes, room, font)
        for line in lines:
            pen.text((_MARGIN, at), line, font=type_, fill=colour)
            at += round(size * _LINE)
        at += 18
    small = _type(_SMALL, font)
    pen.rectangle((_MARGIN - 10, _FOOT, _MARGIN + small.getlength(PROMISE) + 10, _FOOT + 48), fill=_MARK)
    pen.text((_MARGIN, _FOOT + 5), PROMISE, font=small, fill=_INK)
    made = BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


def _fitted(text: str, sizes: tuple[int, ...], room: int, font: Path | None) -> tuple[list[str], Any, int]:
    """The lines of a text in the largest type in which they fit."""
    for size in sizes:
        type_ = _type(size, font)
        _must_have(type_, text)
        lines = _lines(text, type_)
        fits = len(lines) * size * _LINE <= room and all(type_.getlength(line) <= _width() for line in lines)
        if fits:
            return lines, type_, size
    raise UsageError(f"“{text}” is too long for the picture", help="shorten it in seeds/topic.yml")


def _lines(text: str, type_: Any) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and type_.getlength(f"{lines[-1]} {word}") <= _width():
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _width() -> int:
    return SIZE[0] - 2 * _MARGIN


def _must_have(type_: Any, text: str) -> None:
    missing = bytes(type_.getmask(_MISSING))
    lacks = next((letter for letter in text if not letter.isspace() and bytes(type_.getmask(letter)) == missing), None)
    if lacks is not None:
        raise UsageError(f"the font has no “{lacks}”", help="name one that has it: explainer picture --font FILE.ttf")


def _type(size: int, font: Path | None) -> Any:
    fonts = _pillow("ImageFont")
    if font is None:
        return fonts.load_default(size)
    try:
        return fonts.truetype(str(font), size)
    except OSError as error:
        raise UsageError("no font that can be read", where=font.as_posix(), help="name a .ttf or .otf file") from error


def _pillow(module: str) -> Any:
    try:
        return import_module(f"PIL.{module}")
    except ImportError as error:
        raise UsageError(
            "the picture needs Pillow, which is not installed",
            help=f'it comes with the extra "{EXTRA}"; type: pip install "explainer-generator[{EXTRA}]"',
        ) from error
