"""Ways to change true pages, one thing at a time: in words, and where the words stand."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from generator import proofing
from generator.citations.rows import lines_of
from generator.lint.contested import contested
from generator.lint.names import mentions
from generator.lint.page import LintPage
from generator.lint.statements import Statement
from generator.lint.vocabulary import said
from generator.lint.voices import names_one_of, speakers
from generator.model import Citation, Note
from generator.pipeline import Work

HEDGES = re.compile(
    r"\s*\b(?:allegedly|reportedly|supposedly|possibly|perhaps|probably|likely|apparently|may have|might have|could have|may|might|could"
    r"|(?:is|are|was|were) (?:said|reported|believed|thought) to(?: have)?|(?:seems?|appears?) to|(?:an estimated|some|roughly|approximately|about|around|nearly|almost)(?= \d))(?= )"
)
NEGATIONS = re.compile(r"\s*\b(?:not|never|nor|no|No|Nobody|nobody|without)\b(?= )|n['’]t\b")
_ATTRIBUTION = re.compile(
    r"(?:, (?:according to|as) [^,.;“]+,| according to [^,.;“]+,|, [\w'’. ]+ (?:says|said|writes|wrote)(?=[.,])"
    r"|^[^,.;:“]{3,60}? (?:says|said|writes|wrote|argues|argued|alleges|alleged|claims|claimed|denies|denied) that (?=\w))"
)
_ADJECTIVES = ("massive", "secret", "unlawful", "growing", "so-called")


Change = tuple[int, int, str]
"""Start and end of what is replaced, and with what."""
InText = Callable[[str, random.Random], Iterator[Change]]


# --- what is changed in words -----------------------------------------------------------------------------------------


def digits(text: str, draw: random.Random) -> Iterator[Change]:
    for match in re.finditer(r"\d(?=[\d.,]*(?: |%|$))", text):
        if not re.match(r"(?:1[5-9]|20)\d\d\b", text[match.start() :]):
            yield match.start(), match.end(), draw.choice([d for d in "123456789" if d != match[0]])


def without(pattern: re.Pattern[str]) -> InText:
    def changes(text: str, _: random.Random) -> Iterator[Change]:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), ""

    return changes


def adjective(text: str, draw: random.Random) -> Iterator[Change]:
    for match in list(re.finditer(r"(?<=\w) (?=[a-z]{5,})", text))[:2]:
        yield match.start(), match.end(), f" {draw.choice(_ADJECTIVES)} "


def lost_word(text: str, _: random.Random) -> Iterator[Change]:
    for match in list(re.finditer(r" [a-z]{5,}(?= \w)", text))[1:2]:
        yield match.start(), match.end(), ""


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")


def dates_of(work: Work) -> InText:
    read = proofing.reading(work.analysis).dates

    def changes(text: str, draw: random.Random) -> Iterator[Change]:
        for date in read(text):
            if not date.value or date.relative:
                continue
            words = text[date.span.start : date.span.end]
            for match in re.finditer(r"\b\d{1,2}\b|\b[A-Z][a-z]{2,}\b|\b\d{4}\b", words):
                start = date.span.start + match.start()
                yield start, start + len(match[0]), _other_date(match[0], draw)
                break

    return changes


def _other_date(part: str, draw: random.Random) -> str:
    if part in _MONTHS:
        return draw.choice([month for month in _MONTHS if month != part])
    number = int(part) if part.isdigit() else 0
    if number > 31:
        return str(number - draw.randint(1, 3))
    return str((number + 9) % 27 + 1)


def names_of(work: Work) -> InText:
    parties = work.evidence.topic.parties

    def changes(text: str, draw: random.Random) -> Iterator[Change]:
        there = {party.name for party, _ in mentions(parties, text)}
        others = [party for party in parties if party.name not in there]
        for party, span in mentions(parties, text):
            kin = {party.name, party.of} | {one.name for one in parties if one.of == party.name}
            strangers = [one.name for one in others if one.name not in kin]
            if strangers:
                yield span.start, span.end, draw.choice(strangers)

    return changes


# --- where it is changed ----------------------------------------------------------------------------------------------


def in_prose(page: LintPage, change: InText, draw: random.Random, *, quoted: bool) -> Iterator[tuple[str, str, str]]:
    """The page with each change of its sourced sentences, outside or inside quotation marks; what was there and what is."""
    lines = page.lines
    for statement, _ in page.sourced:
        spans = [(one.start + 1, one.end - 1) for one in statement.quotations] if quoted else [(0, len(statement.text))]
        shown = statement.text if quoted else statement.outside
        for first, last in spans:
            for start, end, new in change(shown[first:last], draw):
                made = _replaced(lines, statement, first + start, first + end, new)
                if made:
                    yield made, statement.text, new or f"-{shown[first + start : first + end]}"


def dropped(page: LintPage, pattern: re.Pattern[str], needed: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """The page with every match gone from the own words of one sentence, where what it rests on has the like and no quotation in it shows that."""
    for statement, grounds in page.sourced:
        markdown = page.markdown
        found = list(pattern.finditer(statement.outside))
        shown = "".join(statement.text[one.start : one.end] for one in statement.quotations)
        if not found or not needed.search(grounds.text) or needed.search(shown):
            continue
        lines = page.lines
        for match in reversed(found):
            start, end, new = _closed_up(statement.text, *match.span())
            markdown = _replaced(lines, statement, start, end, new)
            lines = lines_of(markdown) if markdown else lines
        if markdown:
            yield markdown, statement.text, f"-{', '.join(match[0].strip() for match in found)}"


def _closed_up(text: str, start: int, end: int) -> Change:
    """What is to be replaced so that nothing stands in the range; a sentence that then begins anew begins with a capital."""
    if start:
        return start, end, ""
    end += len(text[end:]) - len(text[end:].lstrip())
    return start, end + 1, text[end : end + 1].upper()


def unattributed(page: LintPage) -> Iterator[tuple[str, str, str]]:
    """The page with who says it gone from a sentence on a charge or an answer, where nothing else in it says so."""
    for markdown, was, now in in_prose(page, without(_ATTRIBUTION), random.Random(0), quoted=False):
        statement = next(one for one in page.statements if one.text == was)
        left = was.replace(now[1:], "")
        if not contested(statement) or "“" in was or said(left):
            continue
        if not names_one_of(speakers(statement.passages[0], page.evidence), left):
            yield markdown, was, now


def _replaced(lines: Sequence[str], statement: Statement, start: int, end: int, new: str) -> str:
    """The page with a range of a statement replaced; "" where markup stands in the range."""
    line, column = statement.places[start]
    old = statement.text[start:end]
    if lines[line - 1][column - 1 : column - 1 + len(old)] != old:
        return ""
    whole = lines[line - 1]
    return "\n".join([*lines[: line - 1], whole[: column - 1] + new + whole[column - 1 + len(old) :], *lines[line:]])


def in_notes(page: LintPage, change: InText, draw: random.Random) -> Iterator[tuple[str, str, str]]:
    """The page with each change of the words of its notes."""
    for note in page.scanned.notes:
        if isinstance(note.body, Citation):
            for start, end, new in change(note.raw, draw):
                if start > note.raw.index('"'):
                    yield _with_note(page, note, note.raw[:start] + new + note.raw[end:]), note.raw, new


def _with_note(page: LintPage, note: Note, raw: str) -> str:
    lines = page.lines
    line = lines[note.line - 1]
    return "\n".join([*lines[: note.line - 1], line[: note.body_column - 1] + raw, *lines[note.line :]])


def other_keys(page: LintPage, keys: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    for number, note in enumerate(page.scanned.notes):
        if isinstance(note.body, Citation):
            key = keys[number % len(keys)]
            if key != note.body.key:
                raw = note.raw.replace(f"@{note.body.key}", f"@{key}", 1)
                yield _with_note(page, note, raw), note.raw, key


def spliced(page: LintPage) -> Iterator[tuple[str, str, str]]:
    """A note with the first half of its own words and the second half of another's, of the same source."""
    notes = [note for note in page.scanned.notes if isinstance(note.body, Citation)]
    for one, other in pairwise(notes):
        assert isinstance(one.body, Citation)
        assert isinstance(other.body, Citation)
        first, second = one.body.words.split(), other.body.words.split()
        if one.body.key == other.body.key and len(first) > 7 and len(second) > 7:
            words = " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])
            yield _with_note(page, one, f'@{one.body.key} "{words}"'), one.raw, words
