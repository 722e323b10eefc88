"""Raw HTML blocks and comments, found as Python-Markdown finds them, with `markdown` attributes honoured."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.citations.rows import OPAQUE, Row

_BLOCK_LEVEL_NAMES = (
    "address article aside blockquote body canvas center colgroup dd details div dl dt fieldset figcaption figure footer form"
    " group h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main map math menu nav noscript object ol option output"
    " p pre progress script section style summary table tbody td textarea tfoot th thead tr ul video"
)
_BLOCK_LEVEL = frozenset(_BLOCK_LEVEL_NAMES.split())
_NEVER_PARSED = frozenset(("canvas", "math", "option", "pre", "script", "style", "textarea"))
_MARKUP = re.compile(
    r"""
    (?P<comment><!--)
  | (?P<declaration><!(?=[A-Za-z])|<!\[CDATA\[|<\?)
  | </(?P<end>[A-Za-z][^\s/>`]{0,99})[^>]{0,999}>
  | <(?P<start>[A-Za-z][^\s/>`]{0,99})(?P<attributes>(?:\s(?:"[^"]*"|'[^']*'|[^'">`]){0,999}?)?)(?P<empty>/?)>
    """,
    re.VERBOSE,
)
# The bounds keep the time in proportion to the page where tags are opened over and over and never closed.
_COMMENT_END = re.compile(r"--!?>")
_PARSED = re.compile(r"""\smarkdown(?:\s*=\s*(?:["']?(?:1|block|span|markdown)["']?))?(?=\s|$)""")


def hide_html(rows: list[Row]) -> list[Row]:
    """The rows with each raw HTML block replaced by one opaque row that stands alone."""
    text = "\n".join(row.text for row in rows)
    if "<" not in text:
        return rows
    heads = [0]
    for row in rows:
        heads.append(heads[-1] + len(row.text) + 1)
    kept: list[Row] = []
    done = 0
    for start, end in _raw_ranges(text):
        at = bisect_right(heads, start) - 1
        edge = Row("", rows[at].line, rows[at].offset)
        kept += [*_cut(rows, heads, done, start), edge, edge._replace(text=OPAQUE), edge]
        done = end
    return kept + _cut(rows, heads, done, len(text))


def _cut(rows: list[Row], heads: list[int], start: int, end: int) -> list[Row]:
    """The rows of a range of the joined text."""
    if start > end:
        return []
    first, last = bisect_right(heads, start) - 1, min(bisect_right(heads, end), len(rows))
    return [
        rows[at].cut(max(0, start - heads[at]), max(0, end - heads[at]))
        for at in range(first, last)
        if heads[at] <= end
    ]


def _raw_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of the text that are HTML and no Markdown, in order."""
    parsed: list[str] = []
    at, tail = 0, -1
    while match := _MARKUP.search(text, at):
        start = match.start()
        line = text.rfind("\n", 0, start) + 1
        in_tail = tail >= 0 and "\n" not in text[tail:start]
        begins = in_tail or (start - line <= 3 and not text[line:start].strip(" "))
        end = _raw_end(text, match, parsed) if begins else None
        if not begins and match["comment"]:
            at = _comment_end(text, match) or start + 4
        elif end is None:
            if match["end"] and match["end"].lower() in parsed:
                yield match.span()
                del parsed[parsed.index(match["end"].lower()) :]
                tail = match.end()
            at = match.end()
        else:
            yield start, end
            at = tail = end


def _raw_end(text: str, match: re.Match[str], parsed: list[str]) -> int | None:
    """Where the raw block that `match` begins ends; None where it begins none. Notes elements that hold Markdown."""
    if match["comment"]:
        return _comment_end(text, match)
    if match["declaration"]:
        close = {"<!": ">", "<?": "?>"}.get(match["declaration"], "]]>")
        found = text.find(close, match.end())
        return found + len(close) if found >= 0 else None
    name = (match["start"] or "").lower()
    if name not in _BLOCK_LEVEL:
        return None
    if match["empty"] or name == "hr":
        return match.end()
    if _PARSED.search(match["attributes"]) and name not in _NEVER_PARSED:
        parsed.append(name)
        return match.end()
    return _element_end(text, match.end(), name)


def _element_end(text: str, at: int, name: str) -> int:
    """Where an element ends whose start tag ends at `at`; the end of the page where it is not closed."""
    open_elements = [name]
    while open_elements:
        if open_elements[-1] in ("script", "style"):
            close = re.compile(rf"</{open_elements[-1]}(?=[\s/>])", re.IGNORECASE).search(text, at)
            at = close.start() if close else len(text)
        match = _MARKUP.search(text, at)
        if not match:
            return len(text)
        at = match.end()
        if match["comment"]:
            at = _comment_end(text, match) or at
        elif match["start"] and not match["empty"] and match["start"].lower() != "hr":
            open_elements.append(match["start"].lower())
        elif match["end"] and match["end"].lower() in open_elements:
            while open_elements.pop() != match["end"].lower():
                pass
    return at


def _comment_end(text: str, match: re.Match[str]) -> int | None:
    ends = _comment_ends(text)
    at = bisect_left(ends, (match.end(), 0))
    return ends[at][1] if at < len(ends) else None


@lru_cache(maxsize=1)
def _comment_ends(text: str) -> Sequence[tuple[int, int]]:
    """Where the ends of comments stand; looked up, for a page may open many comments and end none."""
    return [close.span() for close in _COMMENT_END.finditer(text)]
