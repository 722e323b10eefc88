"""Labels before a colon that say who speaks: "Ada Brown: ...", "The Minister (Bo Lind): ...", "WALLACE: ...", "old_chalk_61: ...".

One label alone may be a heading or a word under discussion; where several paragraphs open with labels, the article is a transcript and each of them speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.analysis import names, referents, somebody, verbs
from generator.analysis.known import Known
from generator.analysis.units import Unit
from generator.model import BlockKind

_TITLED = r"(?:(?:The|An|Mr|Mrs|Ms|Dr|Sir|Deputy|Senator|Minister|Lord|Lady|Professor)\.? )"
_LABEL = re.compile(
    rf"[“\"]?(?P<who>{_TITLED}?[A-Z][\w'’.-]+(?: (?:of |the |for |de |van |von )*[A-Z][\w'’.-]+){{0,4}}|The (?:Minister|Chair|President|Speaker|Witness))"
    r"(?: \((?P<inside>[A-Z][^)]{2,40})\))?: (?=[“\"A-Z])"
)
_HANDLE = re.compile(r"(?P<who>(?=[\w.-]*[a-z])[\w.-]{3,24}): (?=\S)")
"""What people call themselves in a forum."""
_SURE_HANDLE = re.compile(r"\w*[a-z]\w*(?:\d|_)\w*|\w*[a-z][A-Z]\w*")
"""A name that is no word: "throwaway88", "old_chalk_61", "LaminatorQueen"."""
_HEADED = re.compile(r"(?P<who>[A-Z][\w’'-]*(?:\s[\w’'-]+){0,3}): (?=\S+ \S+ \S)(?!.*\?$)")
_LEAST = 3
"""Labelled paragraphs that make an article a transcript, where they have two names at the least between them."""
_NO_HANDLE = frozenset(
    (
        "edit",
        "tldr",
        "note",
        "http",
        "https",
        "also",
        "eta",
        "spoiler",
        "disclaimer",
        "quote",
        "claim",
        "fact",
        "myth",
        "pro",
        "con",
    )
)
"""What forum posts set before a colon."""


def labels(article: Sequence[Unit]) -> Iterator[str]:
    """The names that stand as labels before the units of an article's text."""
    for unit in article:
        if not (unit.furniture or unit.block is BlockKind.HEADING):
            match = _match(unit.text)
            if match:
                yield match["who"]


def is_transcript(found: Sequence[str]) -> bool:
    """Whether labels, as `labels` gives them, are those of people who speak in turn."""
    return len(found) >= _LEAST and len(set(found)) >= 2 and len(set(found)) < len(found)


def label(text: str, known: Known) -> tuple[str, str, int]:
    """The speaker whom a label names, as the sieves give it; "" where no label stands before the text, or one that may be none."""
    match = _match(text)
    if match is None:
        return "", "", -1
    name, within = match["who"], match.groupdict().get("inside")
    inside = within if within and name.startswith("The ") else ""
    person = names.is_person(name) and within
    sure = inside or person or _is_speaker(name) or known.is_labelled(name)
    who = inside or name
    party = match.re is _LABEL and names.party_in(known.topic, who)
    return (known.named(who), "", -1) if sure or party else ("", "", -1)


def headed(text: str, known: Known) -> str:
    """Who speaks in a headline like "Tenants: the lifts were never tested"; "" where what stands before the colon is nobody."""
    match = _HEADED.match(text)
    if match is None or names.NOT_A_NAME.match(match["who"]):
        return ""
    who = match["who"]
    called = " " not in who or who.split()[-1].islower()
    some = called and (verbs.PEOPLE.fullmatch(who.split()[-1]) or somebody.is_kind_of_people(who))
    return referents.name(who, known) if some else ""


def _is_speaker(name: str) -> bool:
    """Whether the form alone of a name says that somebody speaks: capitals, a title, an office, a forum's name."""
    bare = names.strip_title(name)
    office = name.startswith("The ") and verbs.PEOPLE.search(name)
    return bool(bare.isupper() or bare != name or office or _SURE_HANDLE.fullmatch(name))


def _match(text: str) -> re.Match[str] | None:
    match = _LABEL.match(text) or _HANDLE.match(text)
    if match is None or names.NOT_A_NAME.match(match["who"]) or match["who"].casefold() in _NO_HANDLE:
        return None
    return match
