"""Reads a YAML file into plain values that know where they stand.

Only what a description needs: mappings, lists and text. Scalars are kept as written, so `issued: 2026-04-26` and
`language: no` mean what they look like; an empty value is None. Anchors, tags and a second document have no use here
and are reported, so nothing in a file can expand, recurse or construct an object.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.model import Diagnostic

MAX_DEPTH = 12
"""Twice the depth of the deepest field that any description has."""

MAX_SHOWN = 80
"""Characters of a value that a message shows: a headline fits."""

KINDS = {dict: "fields", list: "a list", str: "text", type(None): "nothing"}

Steps = tuple[str | int, ...]
"""The way from the top of a file to a value: field names and list positions."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The content of a file, and what kept it from being read."""

    name: str
    """The path as messages print it."""
    value: object = None
    """Nested dict, list, str and None; None where `fatal`."""
    names: Mapping[Steps, Place] = field(default_factory=dict)
    """Where each field's name (or each list entry) stands."""
    values: Mapping[Steps, Place] = field(default_factory=dict)
    """Where each value begins."""
    problems: tuple[Diagnostic, ...] = ()
    fatal: bool = False
    """Whether the problems leave nothing to validate."""

    def problem(self, steps: Steps, message: str, advice: str = "", *, at_value: bool = False) -> Diagnostic:
        """A finding about the value at `steps`, placed at its name, or at the nearest enclosing one that has a place."""
        places = self.values if at_value else self.names
        known = next((steps[:end] for end in range(len(steps), -1, -1) if steps[:end] in places), None)
        place = Place(0, 0) if known is None else places[known]
        return diagnostic(self.name, place, message, advice)


def diagnostic(name: str, place: Place, message: str, advice: str = "") -> Diagnostic:
    return Diagnostic(name, place.line, place.column, "project-description", _printable(message), _printable(advice))


def quoted(text: str) -> str:
    """A value as messages show it: in quotation marks, long ones cut."""
    return f'"{text}"' if len(text) <= MAX_SHOWN else f'"{text[: MAX_SHOWN - 1]}…"'


def _printable(message: str) -> str:
    # A file can name characters that a terminal obeys, or that no encoding can write.
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in message)


def kind_of(value: object) -> str:
    """What a person would call a value: "text", "a list", "fields", "nothing"."""
    return KINDS.get(type(value), "a value")


def read(path: Path, name: str, start: str = "") -> YamlFile:
    """Read the file at `path`; messages call it `name`. Never raises: what is wrong stands in `problems`.

    `start` says what to write into an empty file.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return _unreadable(name, "no such file", "run the command in the project's folder, the one that holds seeds/")
    except OSError as error:
        return _unreadable(name, f"cannot be read: {error.strerror or error}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _unreadable(name, f"byte {error.start} is not UTF-8", "save the file in the encoding UTF-8")
    return parse(text, name, start)


def parse(text: str, name: str, start: str = "") -> YamlFile:
    """Like `read`, for text that is already decoded."""
    problems: list[Diagnostic] = []
    root: yaml.Node | None = None
    events: list[yaml.Event] = []
    try:
        problems.extend(_unwanted(_kept(text, events), name))
        if not problems:
            root = _Composer(events).get_single_node()
    except yaml.reader.ReaderError as error:
        problems.append(_not_allowed(error, text, name))
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax(error, name))
    except (ValueError, OverflowError):
        # PyYAML lets Python's own errors through for an escape beyond U+10FFFF and for a version of thousands of digits.
        message = 'not valid YAML: "\\U..." names no character, or a number is too long'
        problems.append(diagnostic(name, Place(0, 0), message, "write the character itself"))
    if problems:
        return YamlFile(name, problems=tuple(problems), fatal=True)
    if root is None:
        return _unreadable(name, "the file is empty", start)
    builder = _Builder(name)
    value = builder.build(root, ())
    return YamlFile(name, value, builder.names, builder.values, tuple(builder.problems))


def _unreadable(name: str, message: str, advice: str = "") -> YamlFile:
    return YamlFile(name, problems=(diagnostic(name, Place(0, 0), message, advice),), fatal=True)


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _kept(text: str, events: list[yaml.Event]) -> Iterator[yaml.Event]:
    """What the parser finds, also noted in `events`: reading is most of the work and is done once."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        events.append(event)
        yield event


class _Composer(yaml.composer.Composer, yaml.resolver.Resolver):
    """Puts nodes together from events that are there already."""

    def __init__(self, events: Sequence[yaml.Event]) -> None:
        yaml.composer.Composer.__init__(self)
        yaml.resolver.Resolver.__init__(self)
        self._events = deque(events)

    def check_event(self, *choices: type[yaml.Event]) -> bool:
        return bool(self._events) and (not choices or isinstance(self._events[0], choices))

    def peek_event(self) -> yaml.Event | None:
        return self._events[0] if self._events else None

    def get_event(self) -> yaml.Event | None:
        return self._events.popleft() if self._events else None


def _unwanted(events: Iterable[yaml.Event], name: str) -> Iterator[Diagnostic]:
    depth = documents = 0
    for event in events:
        place = _place(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                yield diagnostic(
                    name, place, "a second YAML document begins here", "keep everything in one: delete the line ---"
                )
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth == MAX_DEPTH + 1:
                yield diagnostic(name, place, "nested deeper than any field of this file")
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if getattr(event, "anchor", None):
            advice = "write the value out; a text that begins with & or * needs quotation marks"
            yield diagnostic(name, place, "anchors and aliases (&name, *name) are not used here", advice)
        tag = getattr(event, "tag", None)
        if tag:
            advice = "leave it out; a text that begins with ! needs quotation marks"
            yield diagnostic(name, place, f"tags ({tag}) are not used here", advice)


SYNTAX_HELP: tuple[tuple[str, str, str], ...] = (
    (r"found character '\\t'", "a tab", "indent with blanks: YAML does not allow tabs"),
    (
        r"mapping values are not allowed",
        '": " inside an unquoted text, or wrong indentation',
        "put the whole text in quotation marks",
    ),
    (r"found character '[@`%]'", "a text may not begin with this character", "put the text in quotation marks"),
    (
        r"unexpected end of stream",
        "a quotation mark or bracket is never closed",
        "close it, and double a ' inside '...'",
    ),
    (
        r"expected <block end>",
        "this does not continue what stands above it",
        "check the indentation, and that a quoted text ends with its quotation mark",
    ),
    (r"could not find expected ':'", "a field's name without a colon", "write `name: value`"),
    (
        r"found unknown escape character",
        'a backslash inside "..."',
        "use '...' instead, where a backslash is an ordinary character",
    ),
)
"""PyYAML's message, what it means, and what to do."""


def _not_allowed(error: yaml.reader.ReaderError, text: str, name: str) -> Diagnostic:
    place = Place(text.count("\n", 0, error.position) + 1, error.position - text.rfind("\n", 0, error.position))
    found = f"the character U+{ord(text[error.position]):04X}, which YAML does not allow"
    return diagnostic(name, place, found, "delete it")


def _syntax(error: yaml.MarkedYAMLError, name: str) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    place = Place(0, 0) if mark is None else _place(mark)
    said = error.problem or str(error)
    for pattern, meaning, advice in SYNTAX_HELP:
        if re.search(pattern, said):
            opened = error.context_mark
            since = f" (it begins in line {opened.line + 1})" if opened and opened.line + 1 != place.line else ""
            return diagnostic(name, place, f"not valid YAML: {meaning}{since}", advice)
    return diagnostic(name, place, f"not valid YAML: {said}", "look at this line and the one above it")


class _Builder:
    """Turns nodes into values and notes where each stands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.names: dict[Steps, Place] = {}
        self.values: dict[Steps, Place] = {}
        self.problems: list[Diagnostic] = []

    def build(self, node: yaml.Node, steps: Steps) -> object:
        place = _place(node.start_mark)
        self.values[steps] = place
        self.names.setdefault(steps, place)
        if isinstance(node, yaml.MappingNode):
            return self._fields(node, steps)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*steps, index)) for index, item in enumerate(node.value)]
        if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
            return None
        return self._text(node)

    def _fields(self, node: yaml.MappingNode, steps: Steps) -> dict[str, object]:
        fields: dict[str, object] = {}
        for key, value in node.value:
            place = _place(key.start_mark)
            if not isinstance(key, yaml.ScalarNode):
                found = "a list" if isinstance(key, yaml.SequenceNode) else "fields"
                self.problems.append(diagnostic(self.name, place, f"a field's name must be text, found {found}"))
                continue
            name = self._text(key)
            if name in fields:
                first = self.names[(*steps, name)]
                message = f"{quoted(name)} stands here a second time; first in line {first.line}"
                self.problems.append(diagnostic(self.name, place, message, "keep one of the two"))
                continue
            self.names[(*steps, name)] = place
            fields[name] = self.build(value, (*steps, name))
        return fields

    def _text(self, node: yaml.ScalarNode) -> str:
        # An escape in the file can name half a character, which no encoding can write.
        text: str = node.value
        if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
            return text
        message = "half of a surrogate pair (\\uD800 to \\uDFFF)"
        self.problems.append(diagnostic(self.name, _place(node.start_mark), message, "write the character itself"))
        return text.encode("utf-8", "replace").decode("utf-8")
