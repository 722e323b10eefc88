"""From a charge among the allegations to its place among the rebuttals, and back.

Found at each build by what both pages cite, so that no heading, label or order that an editor changes breaks the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from generator.model import Citation, Evidence, Note
from generator.web.anchors import relative
from generator.web.cited import Located, Statement, locate, statements_on
from generator.web.markup import element

_OTHER = {"allegations": "rebuttals", "rebuttals": "allegations"}
_CALLED = {"allegations": "Answer", "rebuttals": "Charge"}
"""Kind of a page -> what the other one has for each of its sections."""
_BLOCKS = frozenset(("p", "li", "td", "th"))


def link(
    root: Element, kind: str, page: str, notes: Mapping[str, Note], pages: Mapping[str, str], evidence: Evidence
) -> None:
    """Adds to each statement under a heading the way to the section of the other page that rests on the same words, once for each; not where an editor set a link.

    `notes` are those of the page by label; `pages` all pages' Markdown by path.
    """
    other = evidence.topic.pages.get(_OTHER.get(kind, ""), "")
    if other not in pages:
        return
    there: dict[Located, Statement] = {}
    for words, statement in statements_on(other, pages[other], evidence):
        if statement.heading:
            there.setdefault(words, statement)
    parents = {child: parent for parent in root.iter() for child in parent}
    away = relative(other, page)
    by_hand = {section for section, found in _by_section(root) if found.get("href", "").startswith(away)}
    done = set()
    for section, found in _by_section(root):
        if not section or section in by_hand:
            continue
        note = notes.get(found.get("id", "").partition(":")[2]) if _is_mark(found) else None
        located = locate(note.body, evidence) if note and isinstance(note.body, Citation) else None
        target = there.get(located) if located is not None else None
        if target is None or (section, target.heading) in done:
            continue
        done.add((section, target.heading))
        block = _block(found, parents)
        if block is not None:
            _append(block, f"{away}#{target.section or target.anchor}", f"{_CALLED[kind]}: {target.heading}")


def _by_section(root: Element) -> list[tuple[str, Element]]:
    """Every element with the anchor of the heading that it stands under."""
    section = ""
    listed = []
    for found in root.iter():
        if found.tag in ("h2", "h3"):
            section = found.get("id", "")
        listed.append((section, found))
    return listed


def _is_mark(found: Element) -> bool:
    return found.tag == "sup" and found.get("id", "").startswith("fnref")


def _block(found: Element, parents: Mapping[Element, Element]) -> Element | None:
    while found in parents and found.tag not in _BLOCKS:
        if found.get("class") == "footnote":
            return None
        found = parents[found]
    return found if found.tag in _BLOCKS else None


def _append(block: Element, href: str, text: str) -> None:
    way = element("a", text, cls="counterpart", attributes={"href": href, "data-search-exclude": "true"})
    if len(block):
        block[-1].tail = f"{(block[-1].tail or '').rstrip()} "
    else:
        block.text = f"{(block.text or '').rstrip()} "
    block.append(way)
