"""Disagreements against seeded conflicts: small piles of articles in which facts are told twice, some of them differently on one point.

    python benchmarks/quality/conflicts.py PATH-TO/generator/analysis/bank [NUMBER-OF-ERRORS]

Three yardsticks. *Templates*: invented facts told in other words (`conflicts_data/`), with look-alikes: another event of the kind, a rounded figure, a title
instead of a name, a date and its month. Development and held-out templates share neither facts nor names; nothing is tuned on the held-out ones.
*Retold*: sentences of the labelled bank, retold in another article with one date, figure or name changed, or none. *Bank*: how many differences are reported
between the articles of one topic of the bank, which were written to agree; they are read by a person, not scored.

A reported difference is right when it holds a passage of each version of a seeded conflict and names its type; a difference of positions is not counted.
"""

from __future__ import annotations

import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import bank

from generator import ingest
from generator.analysis import analyse
from generator.analysis.figures import Figure, figure, table
from generator.model import Conflict, Disagreement, Evidence, Party, Side, Source, Stated, Topic

DATA = Path(__file__).resolve().parent / "conflicts_data"
SEED = 7
"""Of the draws: the piles are the same in every run."""
PILES = 12
"""Piles a world."""
FACTS = 8
"""Facts a pile; about two in five differ between its articles."""

World = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact and its tellings."""

    about: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    alike: tuple[str, ...]


@dataclass(slots=True)
class Pile:
    """Articles in which facts are told, and the conflicts seeded in them."""

    topic: Topic
    articles: list[list[str]]
    conflicts: list[tuple[str, str, str]] = field(default_factory=list)
    """Type, and the sentence of each version."""
    agreeing: list[tuple[str, str, str]] = field(default_factory=list)
    """What was meant to look alike, for the list of errors."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One seeded conflict or one reported difference."""

    seeded: bool
    reported: bool
    about: str
    shown: str

    @property
    def right(self) -> bool:
        return self.seeded and self.reported


def facts(name: str) -> tuple[tuple[World, ...], tuple[Fact, ...]]:
    """The worlds and facts of one file of templates."""
    data = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    return tuple(data["world"]), tuple(_fact(entry) for entry in data["fact"])


def _fact(entry: Mapping[str, list[str]]) -> Fact:
    if "tellings" in entry:
        first, second = entry["values"]
        one = tuple(telling.replace("{x}", first) for telling in entry["tellings"])
        other = tuple(telling.replace("{x}", second) for telling in entry["tellings"])
    else:
        one, other = tuple(entry["one"]), tuple(entry["other"])
    return Fact(str(entry["about"]), one, other, tuple(entry["alike"]))


def piles(name: str) -> Iterator[Pile]:
    """The piles made of one file of templates."""
    worlds, known = facts(name)
    for number, world in enumerate(worlds):
        for turn in range(PILES):
            draw = random.Random(f"{SEED}-{name}-{number}-{turn}")
            yield _pile(world, known, draw)


def _pile(world: World, known: Sequence[Fact], draw: random.Random) -> Pile:
    pile = Pile(_topic(world), [[], []])
    for fact in draw.sample(known, FACTS):
        first = _fill(draw.choice(fact.one), world)
        outcome = draw.random()
        if outcome < 0.4:
            second = _fill(draw.choice(fact.other), world)
            pile.conflicts.append((fact.about, first, second))
        else:
            second = _fill(draw.choice(fact.alike if outcome < 0.75 or len(fact.one) == 1 else fact.one), world)
            pile.agreeing.append((fact.about, first, second))
        for article, telling in zip(pile.articles, draw.sample([first, second], 2), strict=True):
            article.append(telling)
    for article in pile.articles:
        draw.shuffle(article)
    return pile


def _fill(telling: str, world: World) -> str:
    filled = re.sub(r"\{([A-Z])\}", lambda slot: world[slot[1]], telling)
    return filled[0].upper() + filled[1:]


def _topic(world: World) -> Topic:
    parties = (
        Party(world["A"], side=Side.ACCUSES),
        Party(world["P"], side=Side.ACCUSES, of=world["A"]),
        Party(world["B"], side=Side.ACCUSED),
        Party(world["Q"], side=Side.ACCUSED, of=world["B"]),
        Party(world["C"]),
    )
    return Topic(f"The {world['subject']} affair", world["subject"], "", tuple(world["terms"]), parties)


def retold(folder: Path) -> Iterator[Pile]:
    """For each topic of the bank its articles, and one more article that retells some of their sentences."""
    by_topic: dict[str, list[bank.Labelled]] = {}
    for article in bank.articles(folder):
        by_topic.setdefault(article.topic_name, []).append(article)
    for name, articles in sorted(by_topic.items()):
        draw = random.Random(f"{SEED}-{name}")
        yield _retold(articles, draw)


def _retold(articles: Sequence[bank.Labelled], draw: random.Random) -> Pile:
    pile = Pile(articles[0].topic, [[unit.text for unit in article.units] for article in articles])
    sentences = [
        text
        for texts in pile.articles
        for text in texts
        if _WHOLE.match(text) and (_DAY.search(text) or _FIGURE.search(text))
    ]
    again: list[str] = []
    for text in draw.sample(sentences, min(len(sentences), 12)):
        about = "date" if _DAY.search(text) else "number"
        plain = _reworded(text)
        if draw.random() < 0.4:
            changed = _changed(plain, about, draw)
            if changed != plain:
                pile.conflicts.append((about, text, changed))
                again.append(changed)
        else:
            pile.agreeing.append((about, text, plain))
            again.append(plain)
    pile.articles.append(again)
    return pile


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAY = re.compile(rf"\b(?:on|in) (?P<day>\d{{1,2}} )?(?P<month>{'|'.join(_MONTHS)})(?P<rest> \d{{4}})?\b")
_WHOLE = re.compile(r"[A-Z“\"].{40,}[.!?”\"]$")
"""A sentence of running text: no heading, no numbered line."""
_FIGURE = re.compile(r"(?<![\d,.\w$€£])(?P<digits>[2-9]\d{1,2}|\d{1,3}(?:,\d{3})+)(?= [a-z]{3,}s\b| percent)")
_OTHER_WORDS = (
    (r"\bcompany\b", "firm"), (r"\bpublished\b", "released"), (r"\bworkers\b", "employees"), (r"\bbegan\b", "started"), (r"\bdied\b", "were killed"),
    (r"\babout (?=\d)", "approximately "), (r"\bmore than\b", "over"), (r"\bsaid that\b", "said"), (r"\breport\b", "study"), (r"\bbought\b", "acquired"),
)  # fmt: skip


_QUOTES = re.compile('[“"]')


def _reworded(text: str) -> str:
    """The sentence as another paper would print it: synonyms (never in quotations), the date in front, without its last subordinate clause."""
    for pattern, word in () if _QUOTES.search(text) else _OTHER_WORDS:
        text = re.sub(pattern, word, text)
    day = _DAY.search(text)
    if day and day.start() and '"' not in text and "," not in text[: day.start()]:
        lower = text[0].lower() + text[1:] if text.split()[0] in {"The", "A", "An", "In", "It", "Its", "This"} else text
        rest = lower[: day.start()].rstrip() + lower[day.end() :]
        text = f"{day[0][0].upper()}{day[0][1:]}, {rest}"
    return re.sub(r", (?:which|who|whose|while|although) [^,.]+\.$", ".", text)


def _changed(text: str, about: str, draw: random.Random) -> str:
    if about == "number":
        return _FIGURE.sub(lambda match: _other_figure(match["digits"], draw), text, count=1)
    day = _DAY.search(text)
    if day is None:
        return text
    if day["day"]:
        number = int(day["day"])
        other = f"{number - 3 if number > 20 else number + 4} "
        return text[: day.start("day")] + other + text[day.end("day") :]
    month = _MONTHS[(_MONTHS.index(day["month"]) + draw.choice((2, 3, 4))) % 12]
    return text[: day.start("month")] + month + text[day.end("month") :]


def _other_figure(digits: str, draw: random.Random) -> str:
    value = int(digits.replace(",", ""))
    other = round(value * draw.choice((0.61, 0.72, 1.37, 1.58))) + draw.choice((1, 2, 3))
    return f"{other:,}" if "," in digits else str(other)


def reported(pile: Pile) -> tuple[Disagreement, ...]:
    """The differences of fact that the analysis finds in a pile."""
    sources, documents = {}, {}
    for number, sentences in enumerate(pile.articles):
        key = f"article-{number}"
        data = ("\n\n".join((f"# Report number {number + 1} on {pile.topic.subject}", *sentences)) + "\n").encode()
        metadata = {"issued": Stated("2031-06-30")}
        sources[key] = Source(key, f"{key}.md", sha256(data).hexdigest(), Stated("a report"), metadata)
        documents[key] = ingest.read_bytes(data, f"{key}.md")
    found = analyse(Evidence(pile.topic, sources, documents)).disagreements
    return tuple(d for d in found if d.kind is not Conflict.POSITIONS)


def outcomes(pile: Pile) -> tuple[Outcome, ...]:
    """Each seeded conflict, found or not, and each difference that was reported without one."""
    found = reported(pile)
    results = []
    used = set()
    for about, first, second in pile.conflicts:
        hits = [d for d in found if d.about == about and _holds(d, first) and _holds(d, second)]
        used |= {id(d) for d in hits}
        results.append(Outcome(True, bool(hits), about, f"{first} / {second}"))
    results += [
        Outcome(False, True, d.about, " / ".join(p.text for p in d.versions)) for d in found if id(d) not in used
    ]
    return tuple(results)


def _holds(difference: Disagreement, sentence: str) -> bool:
    """Whether a version of the difference is the sentence, or a part or the whole of what the layout made of it."""
    return any(p.text in sentence or sentence in p.text for p in difference.versions)


def _precision(sample: Sequence[tuple[Outcome, ...]]) -> float:
    given = [one for pile in sample for one in pile if one.reported]
    return sum(one.right for one in given) / len(given) if given else 0.0


def _recall(sample: Sequence[tuple[Outcome, ...]]) -> float:
    wanted = [one for pile in sample for one in pile if one.seeded]
    return sum(one.right for one in wanted) / len(wanted) if wanted else 0.0


def _scores(name: str, sample: Sequence[tuple[Outcome, ...]]) -> list[Figure]:
    given = sum(one.reported for pile in sample for one in pile)
    wanted = sum(one.seeded for pile in sample for one in pile)
    return [
        figure(
            f"conflicts, {name}: precision", sample, _precision, count=given, unit="differences", floor=0.85, aim=0.9
        ),
        figure(f"conflicts, {name}: recall", sample, _recall, count=wanted, unit="conflicts", floor=0.7, aim=0.75),
    ]


def samples(folder: Path) -> dict[str, list[tuple[Outcome, ...]]]:
    """The outcomes of each yardstick, pile by pile."""
    return {
        "development templates": [outcomes(pile) for pile in piles("development")],
        "held-out templates": [outcomes(pile) for pile in piles("held_out")],
        "bank retold": [outcomes(pile) for pile in retold(folder)],
    }


def figures(folder: Path) -> list[Figure]:
    """Precision and recall of each yardstick; `folder` is the bank."""
    return [one for name, sample in samples(folder).items() for one in _scores(name, sample)]


def by_type(sample: Sequence[tuple[Outcome, ...]]) -> Iterator[str]:
    """One line a type: right, reported, seeded."""
    every = [one for pile in sample for one in pile]
    right, given, wanted = (
        Counter(one.about for one in every if keep(one))
        for keep in (lambda one: one.right, lambda one: one.reported, lambda one: one.seeded)
    )
    for about in sorted(given | wanted):
        yield f"   {about:<10} right {right[about]:>3}  reported {given[about]:>3}  seeded {wanted[about]:>3}"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else bank.BANK
    errors = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    measured = samples(folder)
    print("\n".join(table([one for name, sample in measured.items() for one in _scores(name, sample)])))
    for name, sample in measured.items():
        print(name)
        print("\n".join(by_type(sample)))
        wrong = [one for pile in sample for one in pile if not one.right] if name != "held-out templates" else []
        for one in wrong[:errors]:
            print(f"   {'missed' if one.seeded else 'false '} {one.about:<9} {one.shown}")


if __name__ == "__main__":
    main()
