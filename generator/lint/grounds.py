"""What the notes of a statement give it to stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.lint.amounts import Amount, amounts
from generator.lint.names import Known, named
from generator.lint.reading import Reading
from generator.lint.statements import Cited, Statement
from generator.model import Evidence, Party, Passage, Source

_SOURCE_PAGE = re.compile(r"(?:^|/)sources/(?P<key>[\w-]+)\.md")
_DATE = re.compile(r"[\dX]{4}(?:[-/]|$)")


@dataclass(frozen=True, slots=True)
class Grounds:
    """The words, names, figures and dates that a statement may use."""

    text: str
    """The quotations, the sentences they stand in, and what computations gave."""
    known: Known
    """Names: of the text, of the sentences before it in its paragraph, of speakers, chains, parties and the source's metadata."""
    amounts: tuple[Amount, ...]
    dates: tuple[str, ...]
    """EDTF. Those of the text; the articles' own where it has none."""
    parties: tuple[Party, ...]
    """Named in the text or as its speaker."""
    around: str
    """The sentences before it in its paragraph, what its sources say of themselves, and what the topic is called."""

    def names(self, party: Party) -> bool:
        """Whether any name of a party stands there; of a name of one word, also a form of it ("Chinese" for China)."""
        return bool(named([party], self.around)) or any(
            " " not in name and self.known.has(name) for name in party.names
        )


def grounds(statement: Statement, evidence: Evidence, reading: Reading, same: Mapping[str, frozenset[str]]) -> Grounds:
    """What the notes of one statement give it. `same` holds words that mean one name."""
    text = "\n".join(_texts(statement))
    sources = [evidence.sources[key] for key in dict.fromkeys(one.citation.key for one in statement.cited)]
    speakers = [who for passage in statement.passages for who in (passage.speaker, *passage.chain) if who]
    parties = named(evidence.topic.parties, "\n".join([text, *speakers]))
    about = [about for source in [*sources, *_linked(statement, evidence)] for about in _metadata(source)]
    if statement.derived:
        about += [called for source in evidence.sources.values() for called in (source.name, source.key)]
    before = [passage for one in statement.cited for passage in _before(one, reading)]
    dates = reading.dates(text)
    own = [
        *(date.value for date in dates),
        *(date.value for passage in (*statement.passages, *_pointed_at(statement, before)) for date in passage.dates),
        *(given for derivation, _ in statement.derived for given in derivation.arguments if _DATE.match(given)),
    ]
    topic = (evidence.topic.title, evidence.topic.subject, *evidence.topic.terms)
    names = [name for party in parties for name in party.names]
    return Grounds(
        text,
        Known.of([text, *speakers, *about, *names, *topic, *(passage.text for passage in before)], same),
        amounts(text, reading.numbers, [date.span for date in dates]),
        tuple(dict.fromkeys(filter(None, own))) or tuple(source.stated("issued") for source in sources),
        parties,
        "\n".join([*about, *topic, *(passage.text for passage in before)]),
    )


def _texts(statement: Statement) -> Iterator[str]:
    for one in statement.cited:
        yield one.words
    for passage in statement.passages:
        yield passage.text
    for derivation, computed in statement.derived:
        yield " ".join(derivation.arguments)
        yield computed.explanation


def _linked(statement: Statement, evidence: Evidence) -> Iterator[Source]:
    """Sources whose pages the sentence links to: it may name them."""
    for _, target in statement.links:
        page = _SOURCE_PAGE.search(target)
        if page and page["key"] in evidence.sources:
            yield evidence.sources[page["key"]]


def _metadata(source: Source) -> Iterator[str]:
    yield source.key.replace("-", " ")
    yield source.called
    yield from (stated.value for stated in source.metadata.values())


def _before(one: Cited, reading: Reading) -> list[Passage]:
    """Earlier sentences of the paragraph, where what a pronoun stands for was named. With the paragraph before, one wrong name in nine is taken for right."""
    if not one.passages:
        return []
    first = one.passages[0]
    there = reading.passages.get(first.source, ())
    return [p for p in there if (p.article, p.paragraph) == (first.article, first.paragraph) and p.order < first.order]


def _pointed_at(statement: Statement, before: Sequence[Passage]) -> Sequence[Passage]:
    """Sentences whose dates the statement's own point back to: "around the same time"."""
    return before if any(date.relative and not date.value for p in statement.passages for date in p.dates) else ()
