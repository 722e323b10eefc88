"""What can be seen of a unit that bears on its role, as strings. The same for training and for use.

Names and the topic's terms are replaced by what they are (accuser, accused, subject), so that what is learned on one topic holds on another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.analysis import caveats, cues, names, verbs
from generator.analysis.relevance import subject_pattern
from generator.analysis.speakers import Attribution
from generator.analysis.units import Unit
from generator.model import BlockKind, Side, Speech, Topic

_TOKEN = re.compile(r"[A-Z]{2,}_|[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*%?|[?!:;\"“”…—]")
_NUMBER = re.compile(r"\d")
_CUES = ("a", "r", "o", "d", "n")
"""The tables of cues, in their order."""
_MODAL = re.compile(r"\b(?:may|might|could|would|should|must|can|will|shall)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:no|not|never|neither|nor|none|nothing|without|hardly)\b|n['’]t\b", re.IGNORECASE)
_CONTRAST = re.compile(
    r"^(?:but|yet|however|still|nevertheless|nonetheless|instead|on the contrary|in fact|in reality|conversely)\b|,\s(?:but|yet|although|though|while|whereas)\s|;\s",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my)\b")
_EVALUATIVE = re.compile(
    r"\b(?:must|should|clearly|simply|surely|of course|obviously|plainly|nothing (?:more|less) than|no wonder|so-called|supposed|alleged|pure|mere(?:ly)?|absurd|shame\w*|disgrac\w*|honest\w*|truth|fool\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is computed once a unit and looked at by its neighbours as well."""

    scores: tuple[int, ...]
    """One cue score a role, in the order of `_CUES`."""
    side: str
    kind: str
    agent: str
    """Side of the party that the sentence is about: the first one named, "none" where none is."""
    patient: str
    """Side of a later party of another side."""


def features(
    units: Sequence[Unit], attributions: Sequence[Attribution], topic: Topic, masked: Sequence[str]
) -> tuple[tuple[str, ...], ...]:
    """The features of each unit of an article, in order; each string at most once a unit. `masked` are the units' texts as `mask` gives them."""
    seen = [_seen(unit, said, topic, text) for unit, said, text in zip(units, attributions, masked, strict=True)]
    article = tuple(_article(units, seen))
    lead = _leads(units)
    return tuple(
        tuple(
            dict.fromkeys(
                (
                    *_own(unit, attributions[i], seen[i], masked[i]),
                    *_around(i, units, attributions, seen, lead[i]),
                    *article,
                )
            )
        )
        for i, unit in enumerate(units)
    )


def _seen(unit: Unit, attribution: Attribution, topic: Topic, masked: str) -> Seen:
    party = names.party_in(topic, attribution.speaker) if attribution.speaker else None
    side = party.side.value if party else ("someone" if attribution.speaker else "none")
    sides = re.findall(r"\b(?:ACCUSES|ACCUSED)_", masked)
    agent = sides[0] if sides else "none"
    patient = next((other for other in sides if other != agent), "none")
    return Seen(cues.scores(unit.text), side, attribution.kind.value, agent, patient)


def _own(unit: Unit, attribution: Attribution, seen: Seen, masked: str) -> Iterator[str]:
    text = unit.text
    yield "bias"
    yield f"block={unit.block}"
    yield f"kind={seen.kind}"
    yield f"side={seen.side}"
    yield f"side+kind={seen.side}+{seen.kind}"
    verb = _verb_class(attribution.verb)
    yield f"about={seen.agent}+{seen.patient}"
    yield f"about+kind={seen.agent}+{seen.patient}+{seen.kind}"
    yield f"about+side={seen.agent}+{seen.side}"
    yield f"verb={verb}"
    yield f"verb+side={verb}+{seen.side}"
    if attribution.verb:
        yield f"verb:{attribution.verb}"
    yield from _cue_features(text, seen)
    yield from _shape(unit)
    yield from _words(masked, unit.block is BlockKind.HEADING)
    if caveats.caveats(text):
        yield "caveat"


def _verb_class(verb: str) -> str:
    for name, members in (("accuse", verbs.ACCUSING), ("deny", verbs.DENYING), ("claim", verbs.CLAIMING)):
        if verb in members:
            return name
    return "say" if verb else "none"


def _cue_features(text: str, seen: Seen) -> Iterator[str]:
    for name, found, total in zip(_CUES, cues.hits(text), seen.scores, strict=True):
        for number, hit in enumerate(found):
            if hit:
                yield f"cue:{name}{number}"
                yield f"cue+side:{name}{number}+{seen.side}"
        yield f"score:{name}={min(total, 6)}"
    best = max(range(len(_CUES)), key=lambda i: (seen.scores[i], -i))
    yield f"best={_CUES[best] if seen.scores[best] else '-'}"
    yield f"best+side={_CUES[best] if seen.scores[best] else '-'}+{seen.side}+{seen.kind}"


def _shape(unit: Unit) -> Iterator[str]:
    text = unit.text
    yield f"length={min(len(text.split()) // 6, 7)}"
    for name, pattern in (
        ("modal", _MODAL),
        ("not", _NEGATION),
        ("contrast", _CONTRAST),
        ("we", _FIRST_PERSON),
        ("evaluative", _EVALUATIVE),
        ("number", _NUMBER),
    ):
        if pattern.search(text):
            yield name
    if cues.CLAIM_ANAPHOR.match(text):
        yield "points-back"
    if text.endswith(":"):
        yield "leads-in"
    if text[:1] in '"“':
        yield "opens-quote"
    yield f"first={unit.first}"


def mask(texts: Sequence[str], topic: Topic) -> list[str]:
    """The texts with parties and the topic's terms replaced by what they are."""
    pattern, sides = _names(topic)
    subject = subject_pattern(topic)

    def side(match: re.Match[str]) -> str:
        return sides[match[0].casefold().replace("’", "'")]

    return [subject.sub("SUBJECT_", pattern.sub(side, text) if sides else text) for text in texts]


@lru_cache(maxsize=32)
def _name_table(parties: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    sides = {name.casefold().replace("’", "'"): f"{side.upper()}_" for name, side in parties}
    alternatives = "|".join(
        re.sub("['’]", "['’]", re.escape(name)) for name in sorted(sides, key=lambda n: (-len(n), n))
    )
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE), sides


def _names(topic: Topic) -> tuple[re.Pattern[str], dict[str, str]]:
    return _name_table(tuple((name, party.side.value) for party in topic.parties for name in party.names))


def _words(text: str, heading: bool) -> Iterator[str]:
    tokens = [
        "#" if token[0].isdigit() else token if token.endswith("_") else token.lower() for token in _TOKEN.findall(text)
    ]
    prefix = "h:" if heading else ""
    for token in tokens:
        yield f"{prefix}w:{token}"
        if len(token) > 6 and not token.endswith("_"):
            yield f"stem:{token[:6]}"
    for one, two in pairwise(tokens):
        yield f"b:{one} {two}"
    for start in (1, 2, 3):
        yield f"start:{' '.join(tokens[:start])}"
    if tokens:
        yield f"end:{tokens[-1]}"


def _around(
    i: int, units: Sequence[Unit], attributions: Sequence[Attribution], seen: Sequence[Seen], lead: int
) -> Iterator[str]:
    for name, j in (("prev", i - 1), ("next", i + 1), ("prev2", i - 2)):
        if 0 <= j < len(units):
            best = max(range(len(_CUES)), key=lambda k: (seen[j].scores[k], -k))
            yield f"{name}:best={_CUES[best] if seen[j].scores[best] else '-'}"
            yield f"{name}:side={seen[j].side}"
            yield f"{name}:about={seen[j].agent}"
            yield f"{name}:block={units[j].block}"
            yield f"{name}:same-paragraph={units[j].paragraph == units[i].paragraph}"
        else:
            yield f"{name}:none"
    if i and attributions[i - 1].speaker and attributions[i - 1].speaker == attributions[i].speaker:
        yield "same-speaker"
    if lead >= 0:
        for name, total in zip(_CUES, seen[lead].scores, strict=True):
            if total:
                yield f"lead:{name}={min(total, 4)}"
        yield f"lead:side={seen[lead].side}"
    yield f"position={min(9, 10 * i // max(1, len(units)))}"


def _leads(units: Sequence[Unit]) -> list[int]:
    """For each item, the unit that leads to its list; -1 for everything else."""
    lead, found = -1, []
    for index, unit in enumerate(units):
        if unit.block is not BlockKind.ITEM:
            lead = index if unit.text.rstrip().endswith(":") else -1
            found.append(-1)
        else:
            found.append(lead)
    return found


def _article(units: Sequence[Unit], seen: Sequence[Seen]) -> Iterator[str]:
    """What holds for the whole article: how much is its own voice, which way it leans, how personal it is."""
    body = [i for i, unit in enumerate(units) if unit.block is not BlockKind.HEADING and not unit.furniture]
    if not body:
        return
    voice = [i for i in body if seen[i].kind == Speech.VOICE.value]
    yield f"article:voice={round(4 * len(voice) / len(body))}"
    lean = sum(seen[i].scores[1] - seen[i].scores[0] for i in voice) / max(1, len(voice))
    yield f"article:lean={max(-3, min(3, round(2 * lean)))}"
    yield f"article:we={min(4, 8 * sum(1 for i in body if _FIRST_PERSON.search(units[i].text)) // len(body))}"
    yield f"article:evaluative={min(4, 10 * sum(1 for i in voice if _EVALUATIVE.search(units[i].text)) // max(1, len(voice)))}"
    headings = [i for i, unit in enumerate(units) if unit.block is BlockKind.HEADING and not unit.furniture][:2]
    for i in headings:
        best = max(range(len(_CUES)), key=lambda k: (seen[i].scores[k], -k))
        yield f"article:headline={_CUES[best] if seen[i].scores[best] else '-'}"
    accused = sum(1 for i in body if seen[i].side == Side.ACCUSED.value)
    accusing = sum(1 for i in body if seen[i].side == Side.ACCUSES.value)
    yield f"article:speakers={(accusing > accused) - (accusing < accused)}"
