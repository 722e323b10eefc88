"""Another key in the pages: in the notes that cite or compute with it, and in links to the source's page. No other word changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from generator.analysis.derived import COMPUTATIONS
from generator.citations.grammar import write
from generator.citations.scanner import scan
from generator.compose import drafts
from generator.errors import UsageError
from generator.model import Citation, Derivation, Note
from generator.project import page_files

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_ARGUMENT = re.compile(r'"[^"]*"|[^\s"]+')


def pages(docs: Path, old: str, new: str) -> dict[Path, bytes | None]:
    """The pages, drafts and waiting statements that name the source, with the new key.

    Raises UsageError, before anything is written, for a page in which a note would not say the same of the new key.
    """
    found: dict[Path, bytes | None] = {}
    for path in _files(docs):
        data = path.read_bytes()
        if old.encode() not in data:
            continue
        text = _decoded(data, path)
        changed = drafts.with_text_changed(text, partial(renamed, old=old, new=new, path=path.as_posix()))
        if changed != text:
            found[path] = changed.encode()
    return found


def _files(docs: Path) -> Iterator[Path]:
    if docs.is_dir():
        yield from sorted(path for path in docs.rglob("[!.]*") if path.suffix in page_files.ENDINGS and path.is_file())
        yield from sorted((docs / drafts.DRAFTS).glob("*.new"))


def _decoded(data: bytes, path: Path) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError("not UTF-8", where=f"{path}: byte {error.start}", help="save the file as UTF-8") from error
    # A draft is compared with line feeds, whatever a checkout made of them.
    return text.replace("\r\n", "\n") if path.parent.name == drafts.DRAFTS else text


def renamed(markdown: str, old: str, new: str, path: str) -> str:
    """A page's text with the key of a source changed. Line ends stay."""
    lines = _LINE.findall(markdown)
    notes = scan(markdown, path).notes
    for note in notes:
        if _names(note, old):
            at = note.line - 1
            lines[at] = _renamed_note(lines[at], note, old, new)
    changed = _renamed_links("".join(lines), old, new)
    said = [_body(note) for note in scan(changed, path).notes]
    for number, note in enumerate(notes):
        if said[number : number + 1] != [_body(note, old, new)]:
            raise UsageError(
                f"the note [^{note.label}] cannot be changed safely",
                where=f"{path}:{note.line}",
                help="write it on one line, and type the command again; nothing was changed",
            )
    return changed


def _names(note: Note, key: str) -> bool:
    if isinstance(note.body, Citation):
        return note.body.key == key
    return isinstance(note.body, Derivation) and any(note.body.arguments[n] == key for n in key_places(note.body))


def key_places(derivation: Derivation) -> Sequence[int]:
    """Which arguments of a derivation are keys of sources, by the usage line of its computation."""
    rule = COMPUTATIONS.get(derivation.name)
    if rule is None:
        return ()
    slots = rule.usage.split()[2:]
    if slots and slots[-1] == "...":
        # What is repeated: a lone key, or as many arguments as stand before the dots.
        tail = slots[-2:-1] if slots[-2] == "KEY" else slots[:-1]
        slots = slots[:-1] + tail * len(derivation.arguments)
    return [n for n, slot in enumerate(slots[: len(derivation.arguments)]) if slot == "KEY"]


def _renamed_note(line: str, note: Note, old: str, new: str) -> str:
    head, mark, body = line.partition(f"[^{note.label}]:")
    if isinstance(note.body, Citation):
        return head + mark + re.sub(rf"@{re.escape(old)}(?![a-z0-9-])", f"@{new}", body, count=1)
    arguments = iter(range(-2, 1_000_000))  # the sign and the name come first
    places = set(key_places(note.body)) if isinstance(note.body, Derivation) else set()

    def exchanged(match: re.Match[str]) -> str:
        is_key = next(arguments) in places and match[0].strip('"') == old
        return match[0].replace(old, new) if is_key else match[0]

    return head + mark + _ARGUMENT.sub(exchanged, body)


def _renamed_links(markdown: str, old: str, new: str) -> str:
    page = re.sub(rf"(sources/){re.escape(old)}(\.(?:md|html))(?![\w.-])", rf"\g<1>{new}\g<2>", markdown)
    return re.sub(rf"(sources/(?:index\.(?:md|html))?#){re.escape(old)}(?![\w-])", rf"\g<1>{new}", page)


def _body(note: Note, old: str = "", new: str = "") -> str:
    """What a note says, with one key exchanged for another."""
    match note.body:
        case Citation(key, words):
            return write(Citation(new if key == old else key, words))
        case Derivation(name, arguments):
            places = key_places(note.body)
            return write(
                Derivation(name, tuple(new if n in places and a == old else a for n, a in enumerate(arguments)))
            )
        case _:
            return note.raw
