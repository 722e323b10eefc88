"""Who is meant by a name across sources: its normal form, the party that goes by it, and the larger party that a person or office speaks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.analysis import names, spokespeople
from generator.model import Party, Passage, Side, Topic

_AND = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_LETTERS_WITH_STOPS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_SHORT_FORM = re.compile(rf"(?P<long>{names.NAME.pattern})\s+\((?P<short>[A-Z][A-Za-z&]{{1,7}})\)")
_BELONGS = re.compile(
    r"^(?:,\s+(?P<role>[^,.;:“”\"]{3,90})|\s+(?:of|for|at|from)\s+(?P<body>[^,.;:“”\"]{3,60}))", re.IGNORECASE
)
"""What follows a person's name and says where this person belongs: ", who chairs the League", " of the Growers' Union"."""
_FOR_SHORT = re.compile(r"^(?:the|all|former|some|several)\s+", re.IGNORECASE)


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """A name without regard to case, article, apostrophes and the stops of abbreviations: "The U.S. State Department" and "US State Department" are one."""
    plain = _LETTERS_WITH_STOPS.sub(lambda match: match[0].replace(".", ""), name.replace("’", "'"))
    plain = re.sub(r"\.(?=\s|$)", "", plain).removesuffix("'s").strip()
    return re.sub(r"\s+", " ", _FOR_SHORT.sub("", plain)).casefold()


class Mention(NamedTuple):
    """A known name in a text."""

    start: int
    end: int
    name: str
    """As pages use it."""


class Whose:
    """Names, parties and whom they belong to, as the topic and the passages tell. Made once an analysis; look-ups only after that."""

    def __init__(self, topic: Topic, passages: Sequence[Passage]) -> None:
        self.topic = topic
        self._party = {normal(name): party for party in topic.parties for name in party.names}
        self._short = _short_forms(p.text for p in passages)
        speakers = sorted({p.speaker for p in passages if p.speaker})
        self._pattern = _any_of([*(name for party in topic.parties for name in party.names), *speakers])
        self._belongs: dict[str, set[str]] = {}
        self._lineages: dict[str, frozenset[str]] = {}
        self._told(passages)

    def name(self, speaker: str) -> str:
        """The party's name where the topic knows the speaker, else the speaker in the long form."""
        form = self._short.get(normal(speaker), normal(speaker))
        party = self._party.get(form) or self._party.get(normal(speaker))
        return party.name if party else speaker

    def party(self, speaker: str) -> Party | None:
        """The party that goes by the name in any of its forms."""
        form = normal(speaker)
        return self._party.get(form) or self._party.get(self._short.get(form, form))

    def bodies(self, speaker: str) -> tuple[str, ...]:
        """Normal forms of whom the speaker belongs to directly, as the topic or the texts say."""
        party = self.party(speaker)
        stated = {normal(party.of)} if party and party.of else set()
        if party is None and (body := spokespeople.represented(self.topic, speaker)):
            stated.add(normal(body.name))
        return tuple(sorted(stated | self._belongs.get(normal(self.name(speaker)), set())))

    def lineage(self, speaker: str) -> frozenset[str]:
        """Normal forms of the speaker and of everyone that this speaker belongs to; of several speakers, of each."""
        if speaker not in self._lineages:
            self._lineages[speaker] = self._lineage(speaker)
        return self._lineages[speaker]

    def _lineage(self, speaker: str) -> frozenset[str]:
        found: set[str] = set()
        open_ones = [speaker, *(self._parts(speaker))]
        while open_ones:
            name = open_ones.pop()
            party = self.party(name)
            form = normal(party.name) if party else self._short.get(normal(name), normal(name))
            if form and form not in found:
                found.add(form)
                open_ones.extend(self.bodies(name))
        return frozenset(found)

    def same(self, one: str, other: str) -> bool:
        """Whether both names are one speaker's."""
        return bool(one) and normal(self.name(one)) == normal(self.name(other))

    def related(self, one: str, other: str) -> bool:
        """Whether both are one speaker, or one belongs to the other: a person and the body this person speaks for."""
        if not one or not other:
            return False
        return self._speaks_for(one, other) or self._speaks_for(other, one)

    def _speaks_for(self, one: str, other: str) -> bool:
        """Whether every speaker that `one` names is, or belongs to, one that `other` names, and each of those is spoken for."""
        wanted = {normal(self.name(part)) for part in self._parts(other) or [other]}
        bodies = [self.lineage(part) & wanted for part in self._parts(one) or [one]]
        return all(bodies) and wanted == frozenset().union(*bodies)

    def side(self, speaker: str) -> Side:
        """Where the speaker stands, else where whoever this speaker belongs to stands."""
        party = self.party(speaker)
        if party is not None and party.side is not Side.NEITHER:
            return party.side
        sides = {known.side for form in self.lineage(speaker) if (known := self._party.get(form))} - {Side.NEITHER}
        return sides.pop() if len(sides) == 1 else Side.NEITHER

    def mentioned(self, text: str) -> tuple[Mention, ...]:
        """The known names that stand in `text`, the longest at each place."""
        if self._pattern is None:
            return ()
        return tuple(Mention(match.start(), match.end(), self.name(match[0])) for match in self._pattern.finditer(text))

    def without_names(self, text: str) -> str:
        """The text with a blank for every known name."""
        return self._pattern.sub(" ", text) if self._pattern else text

    def _parts(self, speaker: str) -> list[str]:
        """The speakers that "A, B and C" names, where each is a party."""
        parts = [part.strip() for part in _AND.split(speaker) if part.strip()]
        return parts if len(parts) > 1 and all(normal(part) in self._party for part in parts) else []

    def _told(self, passages: Iterable[Passage]) -> None:
        """Remembers what the texts say of where a speaker belongs."""
        for passage in passages:
            at = passage.text.find(passage.speaker) if passage.speaker else -1
            if at < 0 or not names.is_person(passage.speaker):
                continue
            says = _BELONGS.match(passage.text[at + len(passage.speaker) :])
            if says is None:
                continue
            bodies = [mention.name for mention in self.mentioned(says["role"] or says["body"])]
            if len(bodies) == 1 and self._may_belong(passage.speaker, bodies[0]):
                form = normal(self.name(passage.speaker))
                self._belongs.setdefault(form, set()).add(normal(bodies[0]))

    def _may_belong(self, person: str, body: str) -> bool:
        """Whether a person can speak for a body: not where the topic puts them on different sides, as a critic "of" a company."""
        one, other = self.party(person), self.party(body)
        if other is None:
            return not names.is_person(body)
        return not self.same(person, body) and (one is None or one.side is other.side)


def _short_forms(texts: Iterable[str]) -> dict[str, str]:
    """Short form to long form, from "International Road Running Council (IRRC)" where the letters are its initials."""
    found: dict[str, str] = {}
    for text in texts:
        if "(" not in text:
            continue
        for match in _SHORT_FORM.finditer(text):
            words = [word for word in match["long"].split() if word[0].isupper()]
            initials = "".join(word[0] for word in words)
            if initials.endswith(match["short"].upper()):
                kept = " ".join(words[-len(match["short"]) :]) if len(words) > len(match["short"]) else match["long"]
                found.setdefault(normal(match["short"]), normal(kept))
    return found


def _any_of(known: Sequence[str]) -> re.Pattern[str] | None:
    """Finds any of the names as whole words, the longest first; with the initial of an article in either case."""
    forms = sorted({name for name in known if name}, key=lambda name: (-len(name), name))
    if not forms:
        return None
    joined = "|".join(re.sub("^the", "[Tt]he", re.sub("['’]", "['’]", re.escape(name))) for name in forms)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")
