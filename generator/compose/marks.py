"""Quotation marks, full stops and articles where a source's words and names go into a sentence of the page."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model import Document, Evidence, Topic


def inner_marks(words: str) -> str:
    """Words as they stand between double quotation marks: their own double marks become single."""
    return re.sub(r"[“”\"]", lambda mark: _inner(words, mark.start()), words)


def without_stop(words: str) -> str:
    """The words without the full stop of their sentence; that of an abbreviation stays."""
    words = words.strip()
    return (
        words[:-1].rstrip()
        if words.endswith(".") and not words.endswith("..") and not re.search(r"\b[A-Z]\.[A-Z]\.$", words)
        else words
    )


def with_article(name: str, document: Document) -> str:
    """The name with "the" where the source nearly always has it so: "the White House"."""
    return f"the {name}" if name and _led_by_article(name, document.text) else name


def article_of(name: str, evidence: Evidence) -> str:
    """The name with "the" where most of the sources that hold it nearly always have it so."""
    forms = [with_article(name, document) for document in evidence.documents.values() if name in document.text]
    led = sum(form != name for form in forms)
    return f"the {name}" if led and led * 2 >= len(forms) else name


@lru_cache(maxsize=8192)
def _led_by_article(name: str, text: str) -> bool:
    """Whether "the" stands before at least half of the name's places in a text."""
    bare = re.escape(name)
    every = len(re.findall(rf"(?<!\w){bare}(?!\w)", text))
    led = len(re.findall(rf"\b[Tt]he {bare}(?!\w)", text))
    return led * 2 >= max(every, 1)


def full_name(name: str, topic: Topic) -> str:
    """The party's name where the source gives a part of it, with or without a form of address: "Ms Holt" is Maren Holt."""
    bare = re.sub(r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? ", "", name)
    party = topic.party(bare)
    part_of_it = party is not None and set(bare.split()) < set(party.name.split())
    return party.name if party is not None and part_of_it else name


def _inner(words: str, at: int) -> str:
    mark = words[at]
    if mark == "“":
        return "‘"
    if mark == "”":
        return "’"
    return "‘" if at == 0 or words[at - 1].isspace() or words[at - 1] in "([—–-" else "’"
