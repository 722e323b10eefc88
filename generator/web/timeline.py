"""The timeline as a picture over its list, drawn from the headings of the page: what an editor changes there changes the picture.

Each heading that begins with a date is a line of the picture: a point for a day, a bar for a month or a year, two joined marks for one event with
two dates, an open mark for what was still to come when the sources that tell of it were written. Stretches without events are shortened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log1p
from xml.etree.ElementTree import Element

from generator import english
from generator.web import dated
from generator.web.dated import Period
from generator.web.markup import element
from generator.web.tables import words

_FEWEST, _MOST = 3, 60
"""Lines of a picture: fewer show nothing that the list does not, more are no overview."""
_HEIGHT = 38
"""Pixels of a line: a row of text over the track, and 24 at least to point at."""
_TEXT, _TRACK = 14, 27
"""Pixels from the top of a line to its text's foot and to its track."""
_LEFT, _RIGHT = 2.0, 98.0
"""Percent of the width between which the track runs."""
_DAY = 1.0
"""Percent that a bar is wide at least, so that a short month can be seen."""

Newest = Callable[[Element], Period | None]
"""The days of the newest source that a mark in the text leads to, None where none has a date."""


@dataclass(frozen=True, slots=True)
class Line:
    """One heading of the list."""

    id: str
    dates: str
    """As the heading has them."""
    periods: tuple[Period, ...]
    rest: str
    """What the heading says besides, else who tells of it."""
    planned: bool


def draw(root: Element, tellers: Callable[[Sequence[Element]], Sequence[str]], newest: Newest) -> None:
    """Puts the picture before the first dated heading.

    `tellers` names who speaks in the statements with these marks; `newest` gives the days of the source of one.
    """
    lines = [line for heading, marks in _sections(root) if (line := _line(heading, marks, tellers, newest))]
    if not _FEWEST <= len(lines) <= _MOST:
        return
    first = next(place for place, child in enumerate(root) if child.get("id") == lines[0].id)
    root.insert(first, _figure(lines))


def _sections(root: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Each heading of level 2 with the note marks in its section."""
    heading: Element | None = None
    marks: list[Element] = []
    for child in [*root, Element("h1")]:
        if child.tag in ("h1", "h2"):
            if heading is not None:
                yield heading, marks
            heading, marks = (child if child.tag == "h2" else None), []
        elif child.get("class") != "footnote":
            marks += [found for found in child.iter("sup") if found.get("id", "").startswith("fnref")]


def _line(
    heading: Element, marks: Sequence[Element], tellers: Callable[[Sequence[Element]], Sequence[str]], newest: Newest
) -> Line | None:
    read = dated.read(words(heading))
    if read is None or not heading.get("id"):
        return None
    written = [days for mark in marks if (days := newest(mark))]
    planned = bool(written) and all(period.first > max(days.last for days in written) for period in read.periods)
    rest = read.rest or english.listed(tellers(marks))
    return Line(heading.get("id", ""), read.dates, read.periods, rest, planned)


def _scale(lines: Sequence[Line]) -> dict[int, float]:
    """Day -> percent of the width. The longer a stretch without events, the more it is shortened; the order stays."""
    days = sorted({day for line in lines for period in line.periods for day in (period.first, period.last)})
    widths = [log1p(after - before) for before, after in pairwise(days)]
    whole = sum(widths) or 1.0
    at, scale = 0.0, {days[0]: _LEFT}
    for day, width in zip(days[1:], widths, strict=True):
        at += width
        scale[day] = round(_LEFT + (_RIGHT - _LEFT) * at / whole, 2)
    return scale


def _figure(lines: Sequence[Line]) -> Element:
    scale = _scale(lines)
    drawn = [_drawn(number, line, scale) for number, line in enumerate(lines)]
    size = {
        "width": "100%",
        "height": str(len(lines) * _HEIGHT),
        "role": "group",
        "aria-label": "Timeline as a picture",
    }
    legend = [element("span", name, cls=f"timeline-key timeline-key--{kind}") for kind, name in _legend(lines)]
    caption = element("figcaption", "From left to right in the order of the dates, long stretches shortened. ", *legend)
    return element(
        "figure",
        element("svg", *drawn, attributes=size),
        caption,
        cls="timeline",
        attributes={"data-search-exclude": "true"},
    )


def _legend(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    periods = [period for line in lines for period in line.periods]
    if any(period.first == period.last for period in periods):
        yield "day", "a day"
    if any(period.first < period.last for period in periods):
        yield "span", "a month, a year"
    if any(len(line.periods) > 1 for line in lines):
        yield "two", "one event, two dates"
    if any(line.planned for line in lines):
        yield "planned", "planned when told"


def _drawn(number: int, line: Line, scale: dict[int, float]) -> Element:
    top = number * _HEIGHT
    track = str(top + _TRACK)
    several = f" ({len(line.periods)} dates given)" if len(line.periods) > 1 else ""
    note = several + (" (planned)" if line.planned else "")
    who = [element("tspan", line.rest, cls="timeline-who", attributes={"dx": "8"})] if line.rest else []
    when = element("tspan", line.dates + note, cls="timeline-when")
    parts = [
        element("rect", cls="timeline-target", attributes=_box("0", top, "100%", _HEIGHT)),
        element("text", when, *who, attributes={"x": "0", "y": str(top + _TEXT)}),
        element("line", cls="timeline-track", attributes=_run(f"{_LEFT}%", f"{_RIGHT}%", track)),
    ]
    spots = [(scale[period.first], scale[period.last]) for period in line.periods]
    if len(spots) > 1:
        ends = f"{min(start for start, _ in spots)}%", f"{max(end for _, end in spots)}%"
        parts.append(element("line", cls="timeline-between", attributes=_run(*ends, track)))
    look = "timeline-spot timeline-spot--planned" if line.planned else "timeline-spot"
    for start, end in spots:
        if start == end:
            parts.append(element("circle", cls=look, attributes={"cx": f"{start}%", "cy": track, "r": "5"}))
        else:
            width = max(end - start, _DAY)
            bar = _box(f"{min(start, _RIGHT - width):g}%", top + _TRACK - 4, f"{width:.2f}%", 8)
            parts.append(element("rect", cls=look, attributes={**bar, "rx": "4"}))
    return element("a", *parts, attributes={"href": f"#{line.id}"})


def _box(x: str, y: int, width: str, height: int) -> dict[str, str]:
    return {"x": x, "y": str(y), "width": width, "height": str(height)}


def _run(start: str, end: str, y: str) -> dict[str, str]:
    return {"x1": start, "x2": end, "y1": y, "y2": y}
