"""What a first reading made of a sentence's surroundings, as strings for the second: neighbours, headline, the same speaker, the article's lean.

Everything is counted in whole numbers, so that the second reading is as exact as the first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.speakers import Attribution
from generator.analysis.units import Unit
from generator.model import BlockKind, Role, Speech

Scores = Sequence[int]


@dataclass(frozen=True, slots=True)
class FirstReading:
    """What the first reading made of an article."""

    roles: tuple[Role, ...]
    """The roles that the scores stand for."""
    scores: Mapping[int, Scores]
    """Index of a relevant unit -> its scores, in thousandths, in reading order."""

    def best(self, index: int) -> Role:
        row = self.scores[index]
        return self.roles[max(range(len(row)), key=lambda i: (row[i], -i))]

    def leans(self, index: int) -> int:
        """How much more an allegation than a rebuttal, in thousandths."""
        row = self.scores[index]
        return row[self.roles.index(Role.ALLEGATION)] - row[self.roles.index(Role.REBUTTAL)]

    def plain(self, index: int) -> int:
        """How much more context than anything else, in thousandths."""
        row = self.scores[index]
        context = self.roles.index(Role.CONTEXT)
        return row[context] - max(score for i, score in enumerate(row) if i != context)


def tallies(reading: FirstReading, attributions: Sequence[Attribution]) -> tuple[str, ...]:
    """What the first reading says of the article's own voice as a whole, for its lean."""
    own = [i for i in reading.scores if attributions[i].kind is Speech.VOICE]
    if not own:
        return ("tally:no-voice",)
    best = [reading.best(i) for i in own]
    accusing, defending = best.count(Role.ALLEGATION), best.count(Role.REBUTTAL)
    total = sum(reading.leans(i) for i in own)
    return (
        f"tally:side={_step(10 * (accusing - defending), 2 * (accusing + defending + 1), 5)}",
        f"tally:sum={_step(total, 2000, 5)}",
        f"tally:mean={_step(total, 200 * len(own), 5)}",
        f"tally:context={5 * best.count(Role.CONTEXT) // len(own)}",
        f"tally:argued={5 * (accusing + defending) // len(own)}",
        f"tally:definition={min(3, 8 * best.count(Role.DEFINITION) // len(own))}",
    )


def surroundings(
    units: Sequence[Unit],
    attributions: Sequence[Attribution],
    article: Sequence[str],
    reading: FirstReading,
    lean: int,
) -> dict[int, tuple[str, ...]]:
    """Index of each relevant unit -> its strings. `article` and `lean` (thousandths) are those of `analysis.stance`."""
    order = list(reading.scores)
    best = {i: reading.best(i) for i in order}
    own = Counter(best[i] for i in order if attributions[i].kind is Speech.VOICE)
    spoken, leans = defaultdict[str, Counter[Role]](Counter), Counter[str]()
    for i in order:
        if attributions[i].speaker and attributions[i].kind is not Speech.VOICE:
            spoken[attributions[i].speaker][best[i]] += 1
            leans[attributions[i].speaker] += reading.leans(i)
    head = [i for i in order if units[i].block is BlockKind.HEADING][:2]
    return {
        i: (
            *_article(units[i], attributions[i].kind, reading, i, lean, article),
            *_own_voice(attributions[i].kind, own, best[i]),
            *_same_speaker(spoken[attributions[i].speaker], leans[attributions[i].speaker], i, reading),
            *_neighbours(place, order, units, reading),
            *_headline(head, attributions[i].kind, reading),
        )
        for place, i in enumerate(order)
    }


def _article(
    unit: Unit, kind: Speech, reading: FirstReading, i: int, lean: int, article: Sequence[str]
) -> Iterator[str]:
    block = "heading" if unit.block is BlockKind.HEADING else "body"
    yield f"2:lean={_step(lean, 200, 4)}+{kind}+{block}"
    yield f"2:lean+leans={_step(lean, 400, 2)}+{_step(reading.leans(i), 650, 2)}+{kind}"
    yield f"2:lean+plain={_step(lean, 400, 2)}+{_step(reading.plain(i), 300, 2)}+{kind}"
    for one in article:
        yield f"2:{one}+{kind}"


def _own_voice(kind: Speech, own: Counter[Role], this: Role) -> Iterator[str]:
    """What the other sentences of the article's own voice are."""
    mine = kind is Speech.VOICE
    others = own.total() - mine
    if others:
        yield f"2:context={5 * (own[Role.CONTEXT] - (mine and this is Role.CONTEXT)) // others}+{kind}"
        definitions = own[Role.DEFINITION] - (mine and this is Role.DEFINITION)
        yield f"2:definition={min(3, 6 * definitions // others)}+{kind}"


def _same_speaker(spoken: Counter[Role], leans: int, i: int, reading: FirstReading) -> Iterator[str]:
    """What the speaker's other sentences are; `leans` is the sum over all of them."""
    others = spoken.total() - 1
    if others > 0:
        rest = spoken - Counter((reading.best(i),))
        yield f"2:speaker={max(sorted(rest), key=rest.__getitem__)}"
        yield f"2:speaker-leans={_step(leans - reading.leans(i), 500 * others, 3)}"


def _neighbours(place: int, order: Sequence[int], units: Sequence[Unit], reading: FirstReading) -> Iterator[str]:
    for name, other in (("before", place - 1), ("after", place + 1), ("before2", place - 2), ("after2", place + 2)):
        if 0 <= other < len(order):
            j = order[other]
            same = units[j].paragraph == units[order[place]].paragraph
            yield f"2:{name}={reading.best(j)}+{same}"
            yield f"2:{name}-leans={_step(reading.leans(j), 650, 3)}"
            yield f"2:{name}-plain={_step(reading.plain(j), 400, 3)}+{same}"


def _headline(head: Sequence[int], kind: Speech, reading: FirstReading) -> Iterator[str]:
    if head:
        yield f"2:headline={reading.best(head[0])}+{kind}"
        yield f"2:headline-leans={_step(sum(reading.leans(j) for j in head), 500 * len(head), 3)}+{kind}"


def _step(value: int, width: int, most: int) -> int:
    """The value as the nearest whole number of widths, at most `most` either way."""
    return max(-most, min(most, (2 * value + width) // (2 * width)))
