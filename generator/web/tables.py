"""Tables that a phone, a keyboard and a screen reader can use.

What a table is, it says in plain Markdown: a paragraph "Table: ..." before it is its caption, and where every row begins in bold, the first
column heads the rows. Where there is little room, a table becomes a list of cards, one a row; a wide one with headed rows scrolls sideways where
there is more. A field that only says that there is nothing shows a dash, and no card has it: what that means is said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX

from generator.web.markup import element, plain

CAPTION = "Table: "
"""With which a paragraph before a table says that it is its caption."""
_WIDE = 4
"""Columns from which a table with headed rows needs more room than a page has."""
_PAIR = 2
_NOTHING = "nothing in these sources"
_ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "th": "columnheader",
    "td": "cell",
}
_DASH = "–"
_MEANS = f"{_DASH} means: {_NOTHING}."
_OTHERWISE = f"What an entry does not list: {_NOTHING}."
_UNSOUGHT = {"data-search-exclude": "true"}
"""Keeps an element out of the search."""
_HEADINGS = frozenset(("h2", "h3", "h4"))
_ESCAPED = re.compile(f"{STX}([0-9]+){ETX}")
"""A character after a backslash, as Python-Markdown keeps it until the end."""


def lay_out(root: Element) -> None:
    """Gives every table of a page its caption, its headings, and a way to be narrow."""
    headings = {words(found): found.get("id", "") for found in root.iter() if found.tag in _HEADINGS}
    for parent in list(root.iter()):
        for place, table in reversed(list(enumerate(parent))):
            if table.tag == "table":
                _lay_out(table, parent, place, headings)


def words(found: Element) -> str:
    """The text of an element as readers see it, without what only leads to it or to its notes, and without raw HTML."""
    text = HTML_PLACEHOLDER_RE.sub("", _text(found)).replace(AMP_SUBSTITUTE, "&")
    return _ESCAPED.sub(lambda match: chr(int(match[1])), text).strip()


def _text(found: Element) -> str:
    said = [found.text or ""]
    for child in found:
        if child.get("class", "") != "headerlink" and child.tag != "sup":
            said.append(_text(child))
        said.append(child.tail or "")
    return "".join(said)


def _lay_out(table: Element, parent: Element, place: int, headings: Mapping[str, str]) -> None:
    heads = list(table.iter("th"))
    rows = [list(row) for body in table.iter("tbody") for row in body]
    headed = bool(rows) and all(_begins_bold(row) for row in rows)
    for cell in heads:
        cell.set("scope", "col")
    caption = _taken_in(table, parent, place)
    place -= caption is not None
    wide = headed and len(heads) >= _WIDE
    if headed:
        for row in rows:
            _head(row[0], headings)
    if wide or not headed:
        _stack(table, rows, [plain(words(cell)) for cell in heads])
    else:
        table.set("class", "plain-table headed")
    empty = [cell for cell in table.iter("td") if words(cell) == _NOTHING]
    for cell in empty:
        _set_empty(cell)
    if wide:
        _frame(table, parent, place, words(heads[0] if caption is None else caption), bool(empty))


def _head(cell: Element, headings: Mapping[str, str]) -> None:
    """Makes the first cell of a row its heading, which leads to the section of that name."""
    cell.tag = "th"
    cell.set("scope", "row")
    name = cell[0]
    if target := headings.get(words(name)):
        _wrap(name, {"href": f"#{target}"})


def _stack(table: Element, rows: Sequence[Sequence[Element]], columns: Sequence[str]) -> None:
    """Each cell says which column it is of, for where the rows are cards; and each part what it is, as what is not laid out as a table is told as none."""
    for found in table.iter():
        if role := _ROLES.get(found.tag):
            found.set("role", "rowheader" if found.get("scope") == "row" else role)
    table.set("class", "plain-table stacks pairs" if len(columns) == _PAIR else "plain-table stacks")
    for row in rows:
        for cell, column in zip(row, columns, strict=False):
            cell.set("data-label", column)


def _set_empty(cell: Element) -> None:
    """A field that says that there is nothing: a dash to look at, the words to hear."""
    cell.set("class", "says-nothing")
    cell.attrib |= _UNSOUGHT
    cell.text = None
    cell[:] = [
        element("span", _DASH, attributes={"aria-hidden": "true"}),
        element("span", _NOTHING, cls="heard"),
    ]


def _frame(table: Element, parent: Element, place: int, name: str, has_empty: bool) -> None:
    """Puts a wide table into a frame of its own that scrolls, by keyboard too."""
    table.set("class", "matrix stacks")
    table.set("aria-label", name)
    frame = element("div", cls="matrix-frame", attributes={"role": "region", "tabindex": "0", "aria-label": name})
    frame.tail, table.tail = table.tail, None
    parent[place] = frame
    frame.append(table)
    hints = [("Where it is cut off, the table scrolls sideways.", "for-tables")]
    if has_empty:
        hints = [(f"{hints[0][0]} {_MEANS}", "for-tables"), (_OTHERWISE, "for-cards")]
    caption = table.find("caption")
    if caption is not None:
        # Whatever is told as a table may hold nothing but rows, and a caption has notes: it goes before, and names the table.
        table.remove(caption)
        caption.tag = "p"
        parent.insert(place, caption)
        place += 1
    for text, use in hints:
        parent.insert(place, element("p", text, cls=f"matrix-hint {use}", attributes=_UNSOUGHT))


def _wrap(found: Element, attributes: Mapping[str, str]) -> None:
    """Puts a link inside an element, around all that it holds."""
    link = element("a", attributes=attributes)
    link.text, found.text = found.text, None
    link[:] = list(found)
    found[:] = [link]


def _begins_bold(row: Sequence[Element]) -> bool:
    return bool(row) and len(row[0]) > 0 and row[0][0].tag == "strong" and not (row[0].text or "").strip()


def _taken_in(table: Element, parent: Element, place: int) -> Element | None:
    """The caption that stands before the table, moved into it."""
    before = parent[place - 1] if place else None
    if before is None or before.tag != "p" or not (before.text or "").startswith(CAPTION):
        return None
    parent.remove(before)
    before.tag = "caption"
    before.text = (before.text or "").removeprefix(CAPTION)
    table.insert(0, before)
    return before


def side_by_side(root: Element) -> None:
    """Sets the lists under the headings of level 3 as columns, where there is room: what they list are wordings to compare."""
    for heading, listing in _under(root, "h3"):
        listing.set("class", "side-by-side")
        heading.set("class", "compared")


def _under(root: Element, level: str) -> Iterator[tuple[Element, Element]]:
    """Each heading of a level with each list in its section."""
    heading = None
    for child in root:
        if child.tag[:1] == "h" and child.tag[1:].isdigit():
            heading = child if child.tag == level else None
        elif child.tag == "ul" and heading is not None:
            yield heading, child
