"""Changes one place of a description file and leaves every other character as it is.

A person's comments, order, quotation marks, indentation and line ends are theirs, so the text is edited and not written anew. Every
edit is read back: where the file would not say exactly what it said before with the one change, nothing is edited and the person is
told what to write by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.errors import ProjectError
from generator.project.yaml_file import Steps, parse

Value: TypeAlias = str | Sequence[str] | Mapping[str, "Value"]
"""What an edit writes: text, a list of texts, or fields."""

_PLAIN = re.compile(r"[^\W_](?:[\w./()–—’‘“”+'-]|:(?=[^\s,\[\]{}])|[?=&%~#@;](?=\S)| (?=[\w(–—‘“/+.]))*")
"""Text that needs no quotation marks on a line of its own."""
_PLAIN_IN_BRACKETS = re.compile(r"[\w ./()–—’‘“”+'-]*")
"""Of that, what needs none inside { } and [ ] either."""
_NUMBER = re.compile(r"\d[\w.+]*(?:[eE]-\d+)?")
"""What some reader of YAML may take for a number, such as a digest of digits and one e."""
_TEXT_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp")
"""What YAML takes an unmarked text for; a date is one that this project reads as text."""
_NULL = "tag:yaml.org,2002:null"
_WIDEST = 140
"""Characters of a line beyond which fields in braces are set under each other: half as much again as fits beside a second file."""


@dataclass(frozen=True, slots=True)
class YamlText:
    """A description file's text, line ends as they are."""

    name: str
    """The path as messages print it."""
    text: str

    @classmethod
    def read(cls, path: Path, name: str, start: str = "") -> YamlText:
        """The file at `path`; one that does not exist has the text `start`. Raises ProjectError for one that cannot be read."""
        try:
            return cls(name, path.read_bytes().decode("utf-8"))
        except FileNotFoundError:
            return cls(name, start)
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "not UTF-8"
            raise ProjectError(f"cannot be read: {reason}", where=name, help="make it readable, in UTF-8") from error


@dataclass(frozen=True, slots=True)
class _Lines:
    """A text and its line ends."""

    text: str

    @property
    def ending(self) -> str:
        return "\r\n" if self.text.count("\r\n") * 2 > self.text.count("\n") else "\n"

    def start(self, at: int) -> int:
        """Where the line of a character begins."""
        return self.text.rfind("\n", 0, at) + 1

    def after(self, at: int) -> int:
        """Where the line after that of a character begins; the length of the text where there is none."""
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1

    def line(self, start: int) -> str:
        return self.text[start : self.after(start)].rstrip("\r\n")


def add_field(file: YamlText, steps: Steps, name: str, value: Value) -> YamlText:
    """The file with the field `name` added at the end of the fields at `steps`, which may be none yet.

    Raises ProjectError for a file in which that cannot be done without touching anything else; likewise the functions below.
    """

    def change(root: Any) -> None:
        holder, last = _holder(root, steps)
        holder[last] = {**(holder[last] or {}), name: value}

    return _checked(file, _add(file, steps, lambda indent: _field(name, value, indent)), change, steps)


def add_item(file: YamlText, steps: Steps, fields: Mapping[str, str]) -> YamlText:
    """The file with an entry added at the end of the list at `steps`, which may be empty."""

    def change(root: Any) -> None:
        holder, last = _holder(root, steps)
        holder[last] = [*(holder[last] or []), dict(fields)]

    return _checked(file, _add(file, steps, lambda indent: _item(fields, indent)), change, steps)


def replace_text(file: YamlText, steps: Steps, value: str) -> YamlText:
    """The file with the text at `steps` replaced."""

    def change(root: Any) -> None:
        holder, last = _holder(root, steps)
        holder[last] = value

    node = _node(file, steps)[1]
    return _checked(file, _spliced(file.text, node, scalar(value)), change, steps)


def rename_field(file: YamlText, steps: Steps, name: str) -> YamlText:
    """The file with the field at `steps` under another name, in its place."""

    def change(root: Any) -> None:
        holder, last = _holder(root, steps)
        renamed = {name if key == last else key: value for key, value in holder.items()}
        holder.clear()
        holder.update(renamed)

    return _checked(file, _spliced(file.text, _node(file, steps)[0], scalar(name)), change, steps)


def delete(file: YamlText, steps: Steps) -> YamlText:
    """The file without the field or list entry at `steps`; comments above it stay, those inside it go with it."""

    def change(root: Any) -> None:
        holder, last = _holder(root, steps)
        del holder[last]

    return _checked(file, _without(file, steps), change, steps)


def _spliced(text: str, node: yaml.Node, new: str) -> str:
    return text[: node.start_mark.index] + new + text[node.end_mark.index :]


def scalar(value: str) -> str:
    """A text as YAML writes it on one line: in double quotation marks where it would mean something else without."""
    tag = yaml.resolver.Resolver().resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    plain = _PLAIN.fullmatch(value) is not None and tag in _TEXT_TAGS and not _NUMBER.fullmatch(value)
    return value if plain else json.dumps(value, ensure_ascii=False)


def _add(file: YamlText, steps: Steps, write: Callable[[int], list[str]]) -> str:
    """`write` gives the lines of what is added, for an indentation."""
    text, lines = file.text, _Lines(file.text)
    key, node = _node(file, steps)
    if not getattr(node, "value", None) or node.tag == _NULL:
        # `sources:`, `sources: {}` or `queries: []`: what marks it as empty goes.
        head = text[: node.start_mark.index].rstrip(" ")
        rest = text[node.end_mark.index :]
        indent = (key.start_mark.column if key else -2) + 2
        at = _Lines(head + rest).after(len(head))
        return _inserted(head + rest, at, write(indent), lines.ending, blank=False)
    if node.flow_style:
        raise _by_hand(
            file,
            steps,
            "the entries stand in brackets",
            "write the entries under each other, each on a line of its own",
        )
    indent = _first_column(node)
    if isinstance(node, yaml.SequenceNode):
        indent = len(lines.line(lines.start(node.value[0].start_mark.index)).partition("-")[0])
    at = _end(lines, node, indent)
    return _inserted(text, at, write(indent), lines.ending, blank=_blank_between(lines, node))


def _inserted(text: str, at: int, new: Sequence[str], ending: str, *, blank: bool) -> str:
    before = text[:at]
    if before and not before.endswith("\n"):
        before += ending
    written = "".join(line + ending for line in new)
    return f"{before}{ending if blank else ''}{written}{text[at:]}"


def _without(file: YamlText, steps: Steps) -> str:
    text, lines = file.text, _Lines(file.text)
    holder_key, holder = _node(file, steps[:-1])
    if holder.flow_style:
        raise _by_hand(file, steps, "the entry stands in brackets with others", "delete it by hand")
    key, node = _node(file, steps)
    first = lines.start((key or node).start_mark.index)
    last = _end(lines, node, _first_column(holder))
    if len(holder.value) == 1:
        empty = "[]" if isinstance(holder, yaml.SequenceNode) else "{}"
        after_name = text.index(":", holder_key.end_mark.index) + 1 if holder_key else first
        return f"{text[:after_name]} {empty}{text[after_name:first]}{text[last:]}"
    while last < len(text) and not lines.line(last).strip():
        last = lines.after(last)
    return text[:first] + text[last:]


def _end(lines: _Lines, node: yaml.Node, indent: int) -> int:
    """Behind the last line of a node, with the comments that are indented below it deeper than `indent`."""
    leaf = node
    while isinstance(leaf, yaml.CollectionNode) and leaf.value and not leaf.flow_style:
        leaf = leaf.value[-1][1] if isinstance(leaf, yaml.MappingNode) else leaf.value[-1]
    end = leaf.end_mark.index
    at = end if lines.text[:end].endswith("\n") and end > leaf.start_mark.index else lines.after(end)
    while at < len(lines.text) and re.match(rf" {{{indent + 1},}}#", lines.line(at)):
        at = lines.after(at)
    return at


def _blank_between(lines: _Lines, node: yaml.Node) -> bool:
    """Whether the entries are set apart by blank lines; a single one says nothing, and the next is set apart."""
    if len(node.value) < 2:
        return isinstance(
            node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1], yaml.CollectionNode
        )
    last = node.value[-1][0] if isinstance(node, yaml.MappingNode) else node.value[-1]
    at = lines.start(last.start_mark.index)
    while at and lines.line(lines.start(at - 1)).lstrip().startswith("#"):
        at = lines.start(at - 1)
    return at > 0 and not lines.line(lines.start(at - 1)).strip()


def _first_column(node: yaml.Node) -> int:
    first = node.value[0]
    column: int = (first[0] if isinstance(node, yaml.MappingNode) else first).start_mark.column
    return column


def _node(file: YamlText, steps: Steps) -> tuple[Any, Any]:
    """The nodes of a field's name (None for a list's entry) and of its value. The steps lead somewhere: the file was read before."""
    node: Any = yaml.compose(file.text, Loader=yaml.SafeLoader)
    key: Any = None
    for step in steps:
        if isinstance(step, int):
            key, node = None, node.value[step]
        else:
            key, node = next(pair for pair in node.value if pair[0].value == step)
    return key, node


def _holder(root: Any, steps: Steps) -> tuple[Any, Any]:
    for step in steps[:-1]:
        root = root[step]
    return root, steps[-1]


def _checked(file: YamlText, new: str, change: Callable[[Any], None], steps: Steps) -> YamlText:
    wanted = deepcopy(parse(file.text, file.name).value)
    change(wanted)
    read = parse(new, file.name)
    if read.problems or read.value != wanted:
        raise _by_hand(file, steps, "this is written in a way that cannot be changed safely", "change it by hand")
    return YamlText(file.name, new)


def _by_hand(file: YamlText, steps: Steps, found: str, advice: str) -> ProjectError:
    key, node = _node(file, steps[:1])
    mark = (key or node).start_mark
    return ProjectError(found, where=f"{file.name}:{mark.line + 1}:{mark.column + 1}", help=advice)


def _field(name: str, value: Value, indent: int) -> list[str]:
    blank = " " * indent
    if isinstance(value, str):
        return [f"{blank}{name}: {scalar(value)}"]
    if not isinstance(value, Mapping):
        return [f"{blank}{name}: [{', '.join(_in_brackets(item) for item in value)}]"]
    if all(isinstance(item, str) for item in value.values()):
        short = ", ".join(f"{key}: {_in_brackets(str(item))}" for key, item in value.items())
        line = f"{blank}{name}: {{{short}}}"
        if len(line) <= _WIDEST:
            return [line]
    return [f"{blank}{name}:", *(line for key, item in value.items() for line in _field(key, item, indent + 2))]


def _in_brackets(value: str) -> str:
    return scalar(value) if _PLAIN_IN_BRACKETS.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _item(fields: Mapping[str, str], indent: int) -> list[str]:
    first, *rest = (f"{name}: {scalar(value)}" for name, value in fields.items())
    return [f"{' ' * indent}- {first}", *(f"{' ' * (indent + 2)}{line}" for line in rest)]
