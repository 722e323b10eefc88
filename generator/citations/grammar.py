"""What a note's body says: a citation, a derivation, an editor's note, or none of them.

`GRAMMAR.md` beside this file has the grammar and a truth table of cases; the table is run as a test.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from generator.citations.escape import escape, unescape
from generator.model import Citation, Derivation, EditorNote, Malformed

KEY = re.compile(r"[a-z0-9][a-z0-9-]*")
"""The form of a source's key, of a note's label and of a derivation's name."""

_MARKS = '"“”„'
_FORMS = '@key "words", = name argument, or editor: Name, YYYY-MM-DD, https://address'
_ARGUMENT = re.compile(r'"(?P<quoted>[^"]*)"(?=\s|\Z)|(?P<bare>[^\s"]+)(?=\s|\Z)')
_MARKDOWN = re.compile(r"\\[!-/:-@\[-`{-~]|(?P<mark>[\[\]<`*])")
"""What no argument and no name holds unless a backslash stands before it: it would be a link, code, markup or emphasis."""
_EDITOR = re.compile(r"(?P<name>.*?)\s*,\s*(?P<date>\d[^\s,]*)\s*,\s*(?P<reference>\S+)")
_ADDRESS = re.compile(r"[^\s<>\"\\^`{|}\[\]\x00-\x20\x7f-\x9f]+")


def parse(body: str) -> Citation | Derivation | EditorNote | Malformed:
    """What a note's logical line says. Never fails: a line in none of the forms gives `Malformed`."""
    line = body.strip()
    if line.startswith("@"):
        return _citation(line[1:])
    if line.startswith("="):
        return _derivation(line[1:].strip())
    if line.startswith("editor:"):
        return _editor_note(line.removeprefix("editor:").strip())
    if not line:
        return Malformed("the note is empty", f"write one of: {_FORMS}")
    if line[0] in _MARKS:
        return Malformed("words without the key of their source", f"write the key before them: @key {_clip(line)}")
    return Malformed(
        f"“{_clip(line)}” is neither a citation, a derivation nor an editor's note", f"write one of: {_FORMS}"
    )


def write(body: Citation | Derivation | EditorNote) -> str:
    """The logical line that `parse` reads back as `body`."""
    match body:
        case Citation(key, words):
            return f'@{key} "{escape(words)}"'
        case Derivation(name, arguments):
            return " ".join(["=", name, *map(_argument, arguments)])
        case EditorNote(editor, day, reference):
            return f"editor: {escape(editor)}, {day}, {reference}"


def _citation(line: str) -> Citation | Malformed:
    """`line` is what follows the @."""
    first = next((at for at, character in enumerate(line) if character in _MARKS), len(line))
    key, rest = line[:first].strip(), line[first:]
    if not key:
        return Malformed(
            "the key of the source is missing", "write the key right after the @: @key " + (_clip(rest) or '"words"')
        )
    if not KEY.fullmatch(key):
        return _bad_key(key, rest)
    if not rest:
        return Malformed(f"@{key} without the words it rests on", f'quote them from the source: @{key} "words"')
    last = max(at for at, character in enumerate(rest) if character in _MARKS)
    if last == 0:
        return Malformed("the closing quotation mark is missing", 'end the line with "')
    after = rest[last + 1 :].strip()
    if after:
        return Malformed(
            f"“{_clip(after)}” stands after the closing quotation mark",
            "delete it, or put it inside the marks if the source has it there",
        )
    words = unescape(rest[1:last])
    if not words.strip():
        return Malformed(
            f"@{key} with no words between the quotation marks", f'quote them from the source: @{key} "words"'
        )
    return Citation(key, words)


def _bad_key(key: str, rest: str) -> Malformed:
    first, _, more = key.partition(" ")
    if KEY.fullmatch(first):
        found = (
            f"“{_clip(more.strip())}” stands between the key and the words"
            if rest
            else "the words stand in no quotation marks"
        )
        return Malformed(found, f'write the key, a blank, and the words in quotation marks: @{first} "words"')
    proposed = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-") or "key"
    return Malformed(f"“{_clip(key)}” is no key", f"a key is lower-case letters, digits and hyphens: @{proposed}")


def _derivation(line: str) -> Derivation | Malformed:
    """`line` is what follows the =."""
    name, _, rest = line.partition(" ")
    if not KEY.fullmatch(name):
        found = f"“{_clip(name)}” is no name of a derivation" if name else "the name of the derivation is missing"
        return Malformed(found, "write it after the =, in lower-case letters, digits and hyphens: = name argument")
    arguments: list[str] = []
    rest = rest.strip()
    while rest:
        match = _ARGUMENT.match(rest)
        if not match:
            return Malformed(
                f"“{_clip(rest)}” is no argument",
                'separate arguments by blanks; put one that holds blanks in "double quotes", and write a mark inside as &quot;',
            )
        written = match["quoted"] if match["bare"] is None else match["bare"]
        if _has_markdown(written):
            return _no_markdown(rest)
        arguments.append(unescape(written))
        rest = rest[match.end() :].lstrip()
    return Derivation(name, tuple(arguments))


def _has_markdown(written: str) -> bool:
    return any(match["mark"] for match in _MARKDOWN.finditer(written))


def _no_markdown(written: str) -> Malformed:
    return Malformed(
        f"“{_clip(written)}” holds Markdown, which this note would not show",
        "delete it, or cite it in a note of its own; a mark that belongs to a name takes a backslash: \\[",
    )


def _argument(value: str) -> str:
    written = escape(value).replace('"', "&quot;")
    return written if written and not re.search(r"\s", written) else f'"{written}"'


def _editor_note(line: str) -> EditorNote | Malformed:
    """`line` is what follows "editor:"."""
    match = _EDITOR.fullmatch(line)
    if not match:
        return Malformed(
            "an editor's note needs a name, a date and an address", "write: editor: Name, YYYY-MM-DD, https://address"
        )
    if _has_markdown(match["name"]):
        return _no_markdown(match["name"])
    name, day, reference = unescape(match["name"]).strip(), match["date"], match["reference"]
    if not name:
        return Malformed("the editor's name is missing", f"write it first: editor: Name, {day}, {reference}")
    if not _is_date(day):
        return Malformed(f"“{day}” is no date", "write year, month and day: YYYY-MM-DD")
    if not _is_address(reference):
        return Malformed(f"“{_clip(reference)}” is no web address", "write one that begins with https:// or http://")
    return EditorNote(name, day, reference)


def _is_date(text: str) -> bool:
    try:
        return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return _ADDRESS.fullmatch(text) is not None and parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _clip(text: str, most: int = 60) -> str:
    """`text` short enough for a message."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
