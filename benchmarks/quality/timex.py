"""Dates against TimeML's TimeBank and AQUAINT, two public corpora of news annotated with TIMEX3.

    python benchmarks/quality/timex.py PATH-TO/data/TBAQ-cleaned [ERRORS]

The corpora are read where they lie; nothing of them is part of this project. Scored as TempEval-3 does (UzZaman and others 2013): every TIMEX3 of the
text counts, dates, times, durations and sets, but not the document's own date, which is given to the reader as the article's. A mention is
found where it overlaps an annotated one, one to one, and right where the value agrees as a string as well; the figure is F1 of right
mentions. A mention found but left open (value "") counts as given. The text goes sentence by sentence, as articles do.

The reader's values are EDTF, TimeML's are not; `timeml` translates. A time without a day is taken to be of the document's day, as the corpora
have it; the generator itself guesses none. A part of the day ("Friday night") counts as its day, because EDTF has no value for it: TimeBank writes
`1998-02-13TNI`, AQUAINT mostly `1998-02-13`.
"""

from __future__ import annotations

import datetime as dt
import html
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.analysis import sentences
from generator.analysis.dates import Anchor, Expression, Kind, expressions
from generator.analysis.figures import Figure, figure, table
from generator.model import DateMention, Span

CORPORA = {"TimeBank": (0.673, 0.78), "AQUAINT": (0.735, 0.83)}
"""Floor, what thirty lines of regular expressions get, and aim."""
_TIMEX = re.compile(r"<TIMEX3\b(?P<attributes>[^>]*)>|</TIMEX3>|<[^>]*>")
_REFERENCES = {Kind.PAST: "PAST_REF", Kind.PRESENT: "PRESENT_REF", Kind.FUTURE: "FUTURE_REF"}
_NUMBERED = {21: "SP", 22: "SU", 23: "FA", 24: "WI", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "H1", 41: "H2"}


@dataclass(frozen=True, slots=True)
class Timex:
    """One annotation."""

    words: str
    kind: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Score:
    """What one document gave."""

    right: int
    overlapping: int
    given: int
    wanted: int
    errors: tuple[str, ...] = ()


def annotated(path: Path) -> tuple[str, str, tuple[Timex, ...]]:
    """(date of the document, its text, its annotations)."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    created = re.search(r"<DCT>.*?value=\"(?P<value>[^\"]*)\"", raw, re.DOTALL)
    body = re.search(r"<TEXT>(?P<text>.*?)</TEXT>", raw, re.DOTALL)
    assert created is not None
    assert body is not None
    text, at, opened, found = "", 0, [], []
    for tag in _TIMEX.finditer(body["text"]):
        text += html.unescape(body["text"][at : tag.start()])
        at = tag.end()
        if tag["attributes"] is not None:
            opened.append((len(text), dict(re.findall(r'(\w+)="([^"]*)"', tag["attributes"]))))
        elif tag[0].startswith("</TIMEX3"):
            start, attributes = opened.pop()
            found.append(Timex(text[start:], attributes["type"], attributes["value"], Span(start, len(text))))
    text += html.unescape(body["text"][at:])
    return created["value"][:10], re.sub(r"(?<!\n)\n(?!\n)", " ", text), tuple(found)


def read(text: str, issued: str) -> Iterator[Expression]:
    """Words of time, sentence by sentence."""
    last: DateMention | None = None
    for paragraph in re.finditer(r"(?:.+\n?)+", text):
        for span in sentences.split(paragraph[0]):
            start = paragraph.start() + span.start
            found = expressions(text[start : paragraph.start() + span.end], Anchor(issued), last, start)
            yield from found
            last = next((one.mention for one in reversed(found) if one.kind is Kind.DATE and one.value), last)


def timeml(one: Expression, issued: str) -> str:
    """The value as TimeML writes it."""
    if one.kind in _REFERENCES:
        return _REFERENCES[one.kind]
    value = one.value
    if one.kind is Kind.TIME and value.startswith("T"):
        return issued + value
    if "/" in value:
        first, last = (dt.date.fromisoformat(end) for end in value.split("/"))
        year, week, _ = last.isocalendar()
        return f"{year}-W{week:02}" + ("" if (last - first).days > 1 else "-WE")
    if match := re.fullmatch(r"(....)-(\d\d)", value):
        return f"{match[1]}-{_NUMBERED.get(int(match[2]), match[2])}"
    return value.rstrip("X") if re.fullmatch(r"\d{2,3}X{1,2}", value) else value


def score(path: Path) -> Score:
    """One document."""
    issued, text, wanted = annotated(path)
    given = list(read(text, issued))
    left = list(wanted)
    right = overlapping = 0
    errors = []
    for one in given:
        near = [timex for timex in left if timex.span.overlap(one.span)]
        chosen = max(
            near, key=lambda timex: (timex.value == timeml(one, issued), timex.span.overlap(one.span)), default=None
        )
        context = text[max(0, one.span.start - 60) : one.span.end + 40].replace("\n", " ")
        if chosen is None:
            errors.append(f"false   {one.kind:8} {one.words!r} {timeml(one, issued)}   … {context}")
            continue
        left.remove(chosen)
        overlapping += 1
        if chosen.value == timeml(one, issued):
            right += 1
        else:
            errors.append(
                f"value   {one.kind:8} {one.words!r} {timeml(one, issued)} for {chosen.value} ({issued})   … {context}"
            )
    for timex in left:
        context = text[max(0, timex.span.start - 60) : timex.span.end + 40].replace("\n", " ")
        errors.append(f"missed  {timex.kind.lower():8} {timex.words!r} {timex.value}   … {context}")
    return Score(right, overlapping, len(given), len(wanted), tuple(f"{path.stem}  {error}" for error in errors))


def value_f1(scores: Sequence[Score]) -> float:
    """F1 of mentions with the right value."""
    return _f1(scores, "right")


def span_f1(scores: Sequence[Score]) -> float:
    """F1 of mentions found, whatever their value."""
    return _f1(scores, "overlapping")


def _f1(scores: Sequence[Score], what: str) -> float:
    both = sum(one.given + one.wanted for one in scores)
    return 2 * sum(getattr(one, what) for one in scores) / both if both else 0.0


def _scores(folder: Path, corpus: str) -> list[Score]:
    return [score(path) for path in sorted((folder / corpus).glob("[!.]*.tml"))]


def figures(folder: Path) -> list[Figure]:
    """Value F1 and, beside it, span F1 of both corpora."""
    made = []
    for corpus, (floor, aim) in CORPORA.items():
        scores = _scores(folder, corpus)
        wanted = sum(one.wanted for one in scores)
        made.append(
            figure(f"dates, {corpus}: value F1", scores, value_f1, count=wanted, unit="mentions", floor=floor, aim=aim)
        )
        made.append(figure(f"dates, {corpus}: span F1", scores, span_f1, count=wanted, unit="mentions"))
    return made


def main(folder: Path, errors: int = 0) -> None:
    """Prints the figures, then that many errors of each kind."""
    for line in table(figures(folder)):
        print(line)
    shown: Counter[str] = Counter()
    for corpus in CORPORA if errors else ():
        for error in (error for one in _scores(folder, corpus) for error in one.errors):
            kind = " ".join(error.split()[1:3])
            shown[kind] += 1
            if shown[kind] <= errors:
                print(error)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
