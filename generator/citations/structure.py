"""A page's elements, and the parser that lets the rules of `blocks` build them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from generator.citations.rows import Row, split_at_blank_rows

_DEEPEST = 60
"""Elements within elements; what lies deeper counts as text. Keeps a hostile page from exhausting the stack."""


@dataclass(slots=True, eq=False)
class Element:
    """An element of the page, with what the rules ask of it."""

    tag: str
    children: list[Element] = field(default_factory=list)
    has_text: bool = False
    """Whether it holds text outside any paragraph, as the items of a tight list do."""

    @property
    def last(self) -> Element | None:
        return self.children[-1] if self.children else None

    def add(self, tag: str) -> Element:
        child = Element(tag)
        self.children.append(child)
        return child

    def last_is(self, *tags: str) -> bool:
        return self.last is not None and self.last.tag in tags

    def wrap_text(self) -> None:
        """Turn loose text into the element's first paragraph."""
        if self.has_text:
            self.children.insert(0, Element("paragraph"))
            self.has_text = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A note as it stands on the page."""

    label: str
    head: Row
    """The row from the opening bracket on."""
    body: tuple[Row, ...]
    """From the first character after the colon and its blanks; one level of indentation taken off."""


class TextKind(StrEnum):
    """What holds a run of text."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    HEADING = "heading"
    TITLE = "title"
    """Of an admonition."""
    HEAD = "head"
    """The first row of a table."""
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text that inline markup does not cross."""

    kind: TextKind
    rows: Rows


Rows = list[Row]
Rule = Callable[["BlockParser", Element, list[Rows]], bool]
"""Takes the element that blocks go into and the blocks still to come; consumes some, or returns False."""


class BlockParser:
    """Collects a page's notes and its running text."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self.definitions: list[Definition] = []
        self.texts: list[Text] = []
        """Those of the page, then those of its notes."""
        self.of_page = 0
        """How many of `texts` are the page's own."""
        self.states: list[str] = []
        """What surrounds the blocks at hand: "list", "loose list", "detabbed", "quotation"; innermost last."""
        self._depth = 0

    def parse(self, rows: Sequence[Row]) -> None:
        """Read a page, then the notes found on it, for notes refer to notes. Of equal labels only the last is shown."""
        self.chunk(Element("page"), rows)
        self.of_page = len(self.texts)
        for definition in {found.label: found for found in self.definitions}.values():
            self.chunk(Element("note"), definition.body)

    def chunk(self, parent: Element, rows: Sequence[Row]) -> None:
        self.blocks(parent, split_at_blank_rows(rows))

    def blocks(self, parent: Element, blocks: list[Rows]) -> None:
        if self._depth >= _DEEPEST:
            self.texts += [Text(TextKind.PARAGRAPH, block) for block in blocks]
            return
        self._depth += 1
        while blocks:
            next(rule for rule in self._rules if rule(self, parent, blocks))
        self._depth -= 1

    def within(self, state: str, parent: Element, blocks: list[Rows]) -> None:
        """Read blocks while `state` surrounds them."""
        self.states.append(state)
        self.blocks(parent, blocks)
        self.states.pop()

    def is_in(self, state: str) -> bool:
        return bool(self.states) and self.states[-1] == state
