"""Elements as plain Markdown: whatever is text in them stays text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from generator.citations.escape import escape
from generator.export.tree import has_class, text_of

_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_LISTS = ("ul", "ol")
_CONTAINERS = frozenset(
    ("article", "aside", "dd", "details", "div", "dl", "figure", "footer", "header", "li", "main", "nav", "section")
)
_BLOCKS = _CONTAINERS | frozenset(
    (*_HEADINGS, *_LISTS, "blockquote", "dt", "figcaption", "hr", "p", "pre", "summary", "table")
)
_AROUND = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**"}
_INDENT = "    "
_CITED_WORDS = "note-words"


class Writer:
    """Writes the chapters of one text."""

    def __init__(self, labels: Mapping[str, str], wanted: frozenset[str]) -> None:
        """`labels` are the notes' labels by id; `wanted` the ids that get a place to which links lead."""
        self._labels = labels
        self._wanted = wanted

    def blocks(self, element: Element) -> Iterator[str]:
        """What `element` holds, one block at a time; a paragraph is one line."""
        run = Element("p")
        run.text = element.text
        for child in element:
            if child.tag not in _BLOCKS:
                run.append(child)
                continue
            yield from self._paragraph(run)
            yield from self._block(child)
            run = Element("p")
            run.text = child.tail
        yield from self._paragraph(run)

    def _block(self, element: Element) -> Iterator[str]:
        tag = element.tag
        if tag in _HEADINGS:
            yield from self._place(element)
            yield f"{_HEADINGS[tag]} {self._inside(element)}"
        elif tag in _LISTS:
            yield self._list(element)
        elif tag == "blockquote":
            yield from self._quotation(element)
        elif tag == "table":
            yield self._table(element)
        elif tag == "pre":
            yield "\n".join(f"{_INDENT}{line}" for line in text_of(element).rstrip("\n").split("\n"))
        elif tag == "hr":
            yield "---"
        elif tag in _CONTAINERS:
            yield from self._place(element)
            yield from self.blocks(element)
        else:
            yield from self._paragraph(element)

    def _place(self, element: Element) -> Iterator[str]:
        if element.get("id") in self._wanted:
            yield f'<a id="{element.get("id")}"></a>'

    def _paragraph(self, element: Element) -> Iterator[str]:
        line = self._inside(element)
        if line:
            yield "".join(self._place(element)) + line

    def _quotation(self, element: Element) -> Iterator[str]:
        if has_class(element, _CITED_WORDS):
            # The words of a note: the note itself shows that they are quoted.
            yield from self.blocks(element)
            return
        yield "\n>\n".join("\n".join(f"> {line}" for line in each.split("\n")) for each in self.blocks(element))

    def _list(self, element: Element) -> str:
        items = []
        for number, item in enumerate((child for child in element if child.tag == "li"), start=1):
            mark = f"{number}." if element.tag == "ol" else "-"
            first, *rest = [*self.blocks(item)] or [""]
            following = "".join(f"\n\n{_indented(each)}" for each in rest)
            items.append(f"{mark} {_indented(first).lstrip()}{following}")
        return "\n".join(items)

    def _table(self, element: Element) -> str:
        rows = [[self._cell(cell) for cell in row if cell.tag in ("th", "td")] for row in element.iter("tr")]
        width = max((len(row) for row in rows), default=0)
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([*lines[:1], f"|{' --- |' * width}", *lines[1:]])

    def _cell(self, cell: Element) -> str:
        return "; ".join(" ".join(block.split()) for block in self.blocks(cell))

    def _inside(self, element: Element) -> str:
        return " ".join("".join(self._inline(element)).split())

    def _inline(self, element: Element) -> Iterator[str]:
        yield _text(element.text)
        for child in element:
            yield self._phrase(child)
            yield _text(child.tail)

    def _phrase(self, element: Element) -> str:
        if has_class(element, "note-mark"):
            linked = next((link.get("href", "")[1:] for link in element.iter("a")), "")
            return f"[^{self._labels[linked]}]" if linked in self._labels else ""
        place = "".join(self._place(element))
        inside = "".join(self._inline(element))
        return place + self._dressed(element, inside)

    def _dressed(self, element: Element, inside: str) -> str:
        tag = element.tag
        if tag == "br":
            return " "
        if tag == "img":
            described = element.get("alt")
            return f"[picture: {escape(described)}]" if described else ""
        if tag == "code":
            return _code(text_of(element))
        if not inside.strip():
            return inside
        if tag in _AROUND:
            return _around(inside, _AROUND[tag])
        if tag == "mark" and "data-cited" not in element.attrib:
            return _around(inside, "**")
        return self._link(element, inside) if tag == "a" else inside

    def _link(self, element: Element, inside: str) -> str:
        address = element.get("href", "")
        if address.startswith("#") and address[1:] not in self._wanted:
            return inside
        escaped = address.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
        return f"[{inside}]({escaped})"


def _text(text: str | None) -> str:
    """Text as Markdown; the blanks around it stay blanks, as more may stand beside them."""
    core = (text or "").strip()
    if not core:
        return " " if text else ""
    given = text or ""
    before = " " if given[0].isspace() else ""
    after = " " if given[-1].isspace() else ""
    return before + escape(" ".join(core.split())) + after


def _around(inside: str, mark: str) -> str:
    core = inside.strip()
    before = " " if inside[0].isspace() else ""
    after = " " if inside[-1].isspace() else ""
    return f"{before}{mark}{core}{mark}{after}"


def _code(text: str) -> str:
    fence = "`"
    while fence in text:
        fence += "`"
    edge = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{edge}{text}{edge}{fence}"


def _indented(block: str) -> str:
    return "\n".join(f"{_INDENT}{line}" if line else line for line in block.split("\n"))
