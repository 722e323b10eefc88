"""The entry of a new source: what the article states, what was given by hand, and the ground of everything else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.analysis.relevance import headline_key
from generator.edtf import in_words
from generator.errors import UsageError
from generator.intake import opening
from generator.intake.received import Received
from generator.model import NOT_DESCRIBED, Document, Source
from generator.project.fields import mistake_in
from generator.project.yaml_edit import Value
from generator.text import find

_ORDER = ("title", "author", "container-title", "issued", "accessed", "URL", "language", "type")
_FLAGS = {
    "title": "--title",
    "container-title": "--publisher",
    "issued": "--issued",
    "URL": "--url",
    "article": "--article",
}
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_BY_HAND = "given by hand because the file does not state it"


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of the article; "" where nothing."""

    key: str = ""
    title: str = ""
    publisher: str = ""
    """The newspaper, site or body that holds the article: CSL's container-title."""
    issued: str = ""
    url: str = ""
    article: str = ""
    """Headline of the one article that is meant, in a file of several."""
    speaks: str = ""

    @property
    def metadata(self) -> dict[str, str]:
        given = {
            "title": self.title or self.article,
            "container-title": self.publisher,
            "issued": self.issued,
            "URL": self.url,
        }
        return {name: value for name, value in given.items() if value}


def stated(document: Document, article: str) -> Mapping[str, str]:
    """The CSL variables that the file states of the article, as far as an entry can hold them."""
    items = document.items
    if article and len(items) > 1:
        items = tuple(i for i in items if headline_key(i.metadata.get("title", "")) == headline_key(article))
    found = {**opening.stated(document), **items[0].metadata} if len(items) == 1 else {}
    return {name: value for name, value in found.items() if mistake_in(name, value) is None}


def check(given: Given) -> None:
    """Raises UsageError for a value that no entry can hold."""
    for name, value in {**given.metadata, "article": given.article}.items():
        mistake = mistake_in(name, value) if value else None
        if mistake:
            raise UsageError(f"{_FLAGS[name]}: {mistake[0]}", help=mistake[1])


def fields(
    file: str, received: Received, document: Document, given: Given, known: Mapping[str, Source]
) -> dict[str, Value]:
    """The fields of the entry, in their order. `known` are the sources that there are."""
    found: dict[str, Value] = {"file": file, "sha256": hashlib.sha256(received.data).hexdigest()}
    if given.article:
        found["article"] = given.article
    values = dict(_values(received, document, given))
    found.update((name, values[name]) for name in _ORDER if name in values)
    says = {**stated(document, given.article), **given.metadata}
    if called := _called(says.get("container-title", ""), says.get("issued", ""), known.values()):
        found["called"] = called
    found["speaks"] = given.speaks or {"inferred": NOT_DESCRIBED, "because": "nobody has said yet who speaks in it"}
    return found


def _called(publisher: str, issued: str, known: Iterable[Source]) -> str:
    """A name for running text that tells an article from others of the same publisher by its date; "" where there is none other, or no date to tell it by."""
    others = [source for source in known if source.stated("container-title").casefold() == publisher.casefold()]
    if not publisher or not others or not _DATE.fullmatch(issued):
        return ""
    day, _, year = in_words(issued).rpartition(" ")
    same_year = bool(day) and all(source.stated("issued")[:4] in ("", year) for source in others)
    publication = publisher if "." in publisher else f"the {publisher.removeprefix('The ')}"
    name = f"{publication} of {day if same_year else in_words(issued)}"
    return name if all(source.called != name for source in others) else ""


def _values(received: Received, document: Document, given: Given) -> Iterator[tuple[str, Value]]:
    says = stated(document, given.article)
    if received.address and mistake_in("URL", received.address) is None:
        yield "URL", {"inferred": received.address, "because": "the address from which the page was fetched"}
        yield "type", {"inferred": "webpage", "because": "it was fetched from an address on the web"}
        if received.day:
            yield "accessed", {"inferred": received.day, "because": "the day on which the page was fetched"}
    for name, value in says.items():
        authors = value.split("; ") if name == "author" else [value]
        yield name, authors if len(authors) > 1 else value
    for name, value in given.metadata.items():
        known = value == says.get(name) or (name != "issued" and bool(find(value, document.text)))
        ground = f"given by hand; the file states “{says[name]}”" if name in says else _BY_HAND
        yield name, value if known else {"inferred": value, "because": ground}


def names(received: Received, document: Document, given: Given) -> Iterator[str]:
    """What a key can be made of, the best first."""
    yield given.publisher
    yield stated(document, given.article).get("container-title", "")
    host = urlsplit(received.address or given.url).hostname or ""
    yield host.removeprefix("www.").rpartition(".")[0] if not host.replace(".", "").isdigit() else ""
    yield received.name.rpartition(".")[0] or received.name
