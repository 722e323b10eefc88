"""Any text as Markdown that shows it as plain characters, and back.

The result is safe in a paragraph, a heading, a list item, a table cell and a note's body, for Python-Markdown with the
extensions that Material's users enable and for CommonMark as GitHub renders it. Both take a backslash before some
characters only; the others are written as entities. What can do no harm is left alone, so that the raw line reads well.
"""

from __future__ import annotations

import html
import re
from html.entities import html5

_BREAK = re.compile("\r\n|[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_DANGEROUS = re.compile(
    r"""
    (?P<ordinal> ^\d+ (?=[.)](?:\s|\Z)) )      # "2026. That": a numbered list
  | (?P<backslash>
      [\\`*\[\]{]                              # code, emphasis, links, notes, attribute lists, template code
    | (?<![A-Za-z0-9])_ | _(?![A-Za-z0-9])     # emphasis; not snake_case
    | \+(?=\+)                                 # ++keys++
    | (?<=[Ww][Ww][Ww])\.                      # a bare address
    | ^[#>] | ^[-+](?![A-Za-z0-9]) | ^!(?=!!)  # heading, quotation, list item or rule, admonition
    )
  | (?P<entity>
      [<|~^]                                   # markup, table cell, deletion and subscript, superscript
    | &(?=\#?[A-Za-z0-9]+;)                    # an entity
    | =(?==) | (?<==)= | ^=                    # ==mark==, the line under a heading, a tab
    | :(?=//) | (?<=\w)@(?=\w)                 # a bare address, a mail address
    | :(?=[0-9_]*[a-z+-][a-z0-9_+-]*:) | ^:   # :emoji:, a definition
    | (?<=\S)\$(?!\d)                          # the end of $mathematics$
    | /(?=//) | ^\?(?=\?\?)                    # a block or the place of the notes, a collapsible block
    | ^\s | \s\Z                                   # what the edge of a block would swallow
    )
    """,
    re.VERBOSE,
)
_ESCAPED = re.compile(
    r"""\\(?P<mark>[!-/:-@\[-`{-~]) | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|(?P<name>[A-Za-z][A-Za-z0-9]*));)""",
    re.VERBOSE,
)


def escape(text: str) -> str:
    """`text` as one line of Markdown.

    Line breaks and tabs become blanks; control characters, the direction overrides and lone surrogates become U+FFFD.
    Everything else comes back from `unescape` as it was.
    """
    plain = _CONTROL.sub("\ufffd", _BREAK.sub(" ", text))
    return _DANGEROUS.sub(_written, plain)


def unescape(markdown: str) -> str:
    """The characters that Markdown shows for `markdown`, where it holds nothing but text, escapes and entities.

    Undoes a backslash before ASCII punctuation and named and numeric entities; what is neither stays.
    """
    return _ESCAPED.sub(_shown, markdown)


def _written(match: re.Match[str]) -> str:
    character = match[0]
    if match["ordinal"]:
        return f"{character}\\"
    if match["backslash"]:
        return f"\\{character}"
    return "&lt;" if character == "<" else "&amp;" if character == "&" else f"&#{ord(character)};"


def _shown(match: re.Match[str]) -> str:
    if match["mark"]:
        return match["mark"]
    if match["name"] and f"{match['name']};" not in html5:
        return match[0]
    return html.unescape(match[0])
