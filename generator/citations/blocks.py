"""The block rules of a page, as far as they decide what is a note, what is running text and what is code.

They follow Python-Markdown's block processors with the extensions footnotes, tables, admonition and pymdownx.details, one
by one and in their order; a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.citations.rows import TAB, Row, split_at_blank_rows
from generator.citations.structure import BlockParser, Definition, Element, Rows, Rule, Text, TextKind
from generator.citations.tables import is_table

_DEFINITION = re.compile(r" {0,3}\[\^(?P<label>[^\]]*)\]: *(?P<body>.*)")
_TITLED = re.compile(r'(?:!!! ?[\w-]+(?: +[\w-]+)*|\?{3}\+? ?(?:[\w-]+(?: +[\w-]+)*)?)(?: +"(?P<title>.*?)")? *')
_RULE = re.compile(r" {0,3}(?:(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,}) *")
_UNDERLINE = re.compile(r"(?:=+|-+) *")
_FIRST_ITEM = re.compile(r" {0,3}(?:\d+\.|[*+-]) +")
_NESTED_ITEM = re.compile(r" {4,7}(?:\d+\.|[*+-]) +")
_QUOTATION = re.compile(r" {0,3}> ?")


def _admonition(parser: BlockParser, parent: Element, blocks: list[Rows]) -> bool:
    """`!!! note "Title"` and `??? note "Title"` with what is indented under them."""
    block = blocks[0]
    at = _first(block, _TITLED)
    if at is None:
        return _admonition_goes_on(parser, parent, blocks)
    del blocks[0]
    parser.blocks(parent, [block[:at]] if at else [])
    title = _TITLED.fullmatch(block[at].text)
    if title and title["title"]:
        parser.texts.append(Text(TextKind.TITLE, [block[at].cut(*title.span("title"))]))
    inner, rest = _detab(block[at + 1 :], TAB)
    element = parent.add("admonition")
    parser.chunk(element, inner)
    _put_back(blocks, rest)
    return True


def _admonition_goes_on(parser: BlockParser, parent: Element, blocks: list[Rows]) -> bool:
    element = parent.last
    if element is None or element.tag != "admonition":
        return False
    indent = TAB
    while element.last is not None and element.last.tag == "list" and blocks[0][0].indented(indent + TAB):
        item = element.last.last
        if item is None:
            break
        element, indent = item, indent + TAB
    if not blocks[0][0].indented(indent):
        return False
    inner, rest = _detab(blocks.pop(0), indent)
    element.wrap_text()
    parser.chunk(element, inner)
    _put_back(blocks, rest)
    return True


def _blank(_parser: BlockParser, _parent: Element, blocks: list[Rows]) -> bool:
    if blocks[0] and blocks[0][0].text:
        return False
    _put_back(blocks, blocks.pop(0)[1:])
    return True


def _item_goes_on(parser: BlockParser, parent: Element, blocks: list[Rows]) -> bool:
    """An indented block under a list item."""
    if not blocks[0][0].indented() or parser.is_in("detabbed"):
        return False
    if parent.tag != "item" and not parent.last_is("list"):
        return False
    block = blocks.pop(0)
    level, sibling = _level(parser, parent, block[0])
    block = [row.cut(TAB * level) if row.indented(TAB * level) else row for row in block]
    if parent.tag == "item":
        parser.within("detabbed", parent.last if parent.last and parent.last.tag == "list" else parent, [block])
    elif sibling.tag == "item":
        parser.within("detabbed", sibling, [block])
    elif sibling.last is not None and sibling.last.tag == "item":
        sibling.last.wrap_text()
        parser.within("detabbed", sibling.last, split_at_blank_rows(block))
    else:
        parser.within("detabbed", sibling.add("item"), [block])
    return True


def _level(parser: BlockParser, parent: Element, row: Row) -> tuple[int, Element]:
    """How many levels of indentation belong to lists, and the innermost element they lead to."""
    indent = (len(row.text) - len(row.text.lstrip(" "))) // TAB
    level = 1 if parser.is_in("list") else 0
    while indent > level and parent.last is not None and parent.last.tag in ("list", "item"):
        parent = parent.last
        level += parent.tag == "list"
    return level, parent


def _code(_parser: BlockParser, parent: Element, blocks: list[Rows]) -> bool:
    if not blocks[0][0].indented():
        return False
    _, rest = _detab(blocks.pop(0), TAB)
    if not parent.last_is("code"):
        parent.add("code")
    _put_back(blocks, rest)
    return True


def _table(parser: BlockParser, parent: Element, blocks: list[Rows]) -> bool:
    block = [row for row in blocks[0] if row.text]
    if not is_table(block):
        return False
    del blocks[0]
    parent.add("table")
    parser.texts.append(Text(TextKind.HEAD, [block[0]]))
    parser.texts += [Text(TextKind.ROW, [row]) for row in block[2:]]
    return True


def _heading(parser: BlockParser, parent: Element, blocks: list[Rows]) -> bool:
    at = next((n for n, row in enumerate(blocks[0]) if row.text.startswith("#") and not row.text.endswith("\\")), None)
    if at is None:
        return False
    block = blocks.pop(0)
    parser.blocks(parent, [block[:at]] if at else [])
    parent.add("heading")
    parser.texts.append(Text(TextKind.HEADING, [block[at]]))
    rest = block[at + 1 :]
    if parser.is_in("loose list"):
        rest = [row.cut(TAB) if row.indented() else row for row in rest]
    _put_back(blocks, rest)
    return True


def _underlined_heading(parser: BlockParser, parent: Element, blocks: list[Rows]) -> bool:
    if len(blocks[0]) < 2 or not _UNDERLINE.fullmatch(blocks[0][1].text):
        return False
    block = blocks.pop(0)
    parent.add("heading")
    parser.texts.append(Text(TextKind.HEADING, [block[0]]))
    _put_back(blocks, block[2:])
    return True


def _rule(parser: BlockParser, parent: Element, blocks: list[Rows]) -> bool:
    at = _first(blocks[0], _RULE)
    if at is None:
        return False
    block = blocks.pop(0)
    parser.blocks(parent, [block[:at]] if at else [])
    parent.add("rule")
    _put_back(blocks, block[at + 1 :])
    return True


def _list(parser: BlockParser, parent: Element, blocks: list[Rows]) -> bool:
    if not _FIRST_ITEM.match(blocks[0][0].text):
        return False
    items = _items(blocks.pop(0))
    if parent.last is not None and parent.last.tag == "list":
        found = parent.last
        if found.last is not None:
            found.last.wrap_text()
        parser.within("loose list", found.add("item"), [items.pop(0)])
    else:
        found = parent if parent.tag == "list" else parent.add("list")
    parser.states.append("list")
    for item in items:
        into = found.last if item[0].indented() and found.last is not None else found.add("item")
        parser.blocks(into, [item])
    parser.states.pop()
    return True


def _items(block: Rows) -> list[Rows]:
    items: list[Rows] = []
    for row in block:
        marker = _FIRST_ITEM.match(row.text)
        if marker:
            items.append([row.cut(marker.end())])
        elif _NESTED_ITEM.match(row.text) and not items[-1][0].indented():
            items.append([row])
        else:
            items[-1].append(row)
    return items


def _quotation(parser: BlockParser, parent: Element, blocks: list[Rows]) -> bool:
    at = next((n for n, row in enumerate(blocks[0]) if _QUOTATION.match(row.text)), None)
    if at is None:
        return False
    block = blocks.pop(0)
    parser.blocks(parent, [block[:at]] if at else [])
    found = parent.last if parent.last and parent.last.tag == "quotation" else parent.add("quotation")
    parser.within("quotation", found, split_at_blank_rows([_unquoted(row) for row in block[at:]]))
    return True


def _unquoted(row: Row) -> Row:
    if row.text.strip() == ">":
        return row.cut(len(row.text))
    marker = _QUOTATION.match(row.text)
    return row.cut(marker.end()) if marker else row


def _note(parser: BlockParser, _parent: Element, blocks: list[Rows]) -> bool:
    """Notes, with the lines and the indented blocks that go on with the last of them."""
    first = _first(blocks[0], _DEFINITION)
    if first is None:
        return False
    block = blocks.pop(0)
    at = first
    while at + 1 < len(block) and _DEFINITION.fullmatch(block[at + 1].text):
        parser.definitions.append(_definition(block[at], []))
        at += 1
    rest = block[at + 1 :]
    following = _first(rest, _DEFINITION)
    body = [_outdented(row) for row in rest[:following]]
    if following is not None:
        _put_back(blocks, rest[following:])
    else:
        _take_indented(blocks, body)
    parser.definitions.append(_definition(block[at], body))
    if any(row.text.strip() for row in block[:first]):
        blocks.insert(0, block[:first])
    return True


def _take_indented(blocks: list[Rows], body: Rows) -> None:
    """Move the indented blocks at the front into a note's body, up to where another note begins."""
    while blocks and blocks[0] and blocks[0][0].indented():
        block = blocks.pop(0)
        other = _first(block, _DEFINITION)
        body.append(block[0].cut(len(block[0].text)))
        body += [_outdented(row) for row in block[:other]]
        if other is not None:
            blocks.insert(0, block[other:])
            break


def _definition(row: Row, more: Sequence[Row]) -> Definition:
    match = _DEFINITION.fullmatch(row.text)
    assert match, "the caller has matched this row"
    return Definition(match["label"], row.cut(row.text.index("[")), (row.cut(match.start("body")), *more))


def _paragraph(parser: BlockParser, parent: Element, blocks: list[Rows]) -> bool:
    block = blocks.pop(0)
    if any(row.text.strip() for row in block):
        parser.texts.append(Text(_kind(parser, parent), block))
        if not parser.is_in("list"):
            parent.add("paragraph")
        elif parent.last is None:
            parent.has_text = True
    return True


def _kind(parser: BlockParser, parent: Element) -> TextKind:
    if parser.is_in("list") or parent.tag == "item":
        return TextKind.ITEM
    return TextKind.QUOTATION if parent.tag == "quotation" else TextKind.PARAGRAPH


RULES: tuple[Rule, ...] = (
    _admonition,
    _blank,
    _item_goes_on,
    _code,
    _table,
    _heading,
    _underlined_heading,
    _rule,
    _list,
    _quotation,
    _note,
    _paragraph,
)


# --- rows ------------------------------------------------------------------------------------------------------------


def _first(rows: Sequence[Row], pattern: re.Pattern[str]) -> int | None:
    return next((number for number, row in enumerate(rows) if pattern.fullmatch(row.text)), None)


def _detab(rows: Sequence[Row], columns: int) -> tuple[Rows, Rows]:
    """The leading rows that are indented (or blank), without their indentation; and the rest."""
    end = next((n for n, row in enumerate(rows) if row.text.strip() and not row.indented(columns)), len(rows))
    return [row.cut(columns) for row in rows[:end]], list(rows[end:])


def _outdented(row: Row) -> Row:
    return row.cut(TAB) if row.indented() else row


def _put_back(blocks: list[Rows], rest: Sequence[Row]) -> None:
    if rest:
        blocks.insert(0, list(rest))
