"""Who did it, and whom it accuses: the doer of a sentence's main verb and the target of its accusation, where its build shows them plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis import names
from generator.analysis.differences import vocabulary
from generator.analysis.differences.telling import Sentence
from generator.model import Party, Span, Topic

_IRREGULAR = (
    r"wrote|written|told|sold|bought|built|led|held|paid|gave|given|took|taken|found|made|met|sent|kept|stole|stolen|hid|hidden|won|drew|drawn|ran|began|begun|chose|chosen|"
    r"brought|knew|known|struck|hit|cut|shut|set|put|drove|driven|laid|lost|spent|let|read|broke|broken|shot|taught|caught|saw|seen|did|done"
)
PAST = rf"(?:[a-z-]{{2,}}ed|{_IRREGULAR})"
_NAME_PHRASE = r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+)?(?:[a-z][\w-]*\s+){0,3}[A-Z](?:[\w'’&-]|\.(?=\w|\s[A-Z]))*(?:\s+(?:(?:of|for|and|the|de|van|von|on(?!\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\s+){0,2}[A-Z](?:[\w'’&-]|\.(?=\w|\s[A-Z]))*|,\s+(?=[A-Z][\w.'’-]+ [A-Z])){0,8}|[Tt]he\s+[a-z]+(?:\s+(?:on|of|for)\s+(?:the\s+)?[a-z]+)?"
_PASSIVE = re.compile(
    rf"\b(?:(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?|,\s+|\s)(?P<verb>{PAST})\b(?P<between>(?:(?!\b(?:is|are|was|were|been)\b)[^,.;:()\"“”]){{0,60}}?)\s+by\s+(?P<who>{_NAME_PHRASE})"
)
_CLEFT = re.compile(
    rf"^It (?:was|is) (?P<who>{_NAME_PHRASE})(?:,[^,]+,)? (?:who|that|which) (?:had |has |have )?(?P<verb>{PAST})\b"
)
_ADVERBIAL = re.compile(
    r"^(?:(?:On|In|At|By|Since|After|Before|During|Last|Earlier|For|Under)\b[^,]{1,50},\s+|But\s+|And\s+|Meanwhile,\s+)+"
)
_ACTIVE = re.compile(
    rf"(?P<who>{_NAME_PHRASE})(?:,[^,]{{3,80}},)?\s+(?:(?:has|have|had|also|then|first|later|\w+ly)\s+)*(?P<verb>{PAST})\b(?!\s+by\b)"
)
_TO_BE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?$")
_ACCUSE = r"accus\w+|blam\w+|charg(?:ed|es|ing)|sued|sues|suing|sue|fined|indicted|denounc\w+|sanction(?:ed|s)"
_ACCUSING = re.compile(_ACCUSE)
_TARGET = re.compile(
    rf"\b(?:{_ACCUSE})\s+(?:the\s+\w+,\s+)?(?P<who>{_NAME_PHRASE})(?=,?\s+(?:of|for|over|with|in)\b|[,.;]|$)"
)
_TARGET_PASSIVE = re.compile(
    rf"(?P<who>{_NAME_PHRASE})(?:,[^,]{{3,60}},)?\s+(?:is|are|was|were|has been|have been|is being|are being|was being|stands)\s+(?:\w+ly\s+)?(?:{_ACCUSE})\b"
)
_BLAMED_ON = re.compile(rf"\bblamed on\s+(?P<who>{_NAME_PHRASE})")
_GENERIC = re.compile(
    r"^(?:the|its|his|her|their|an?)?\s*(?:company|firm|group|officials?|authorities|government|agency|ministry|police|court|party|team|researchers|it|he|she|they|who|which|document|memo|report|bill|paper)$",
    re.IGNORECASE,
)

_BODY = re.compile(r"\b(?:committee|commission|council|parliament|senate|congress|cabinet|union|board|court)\b")


@dataclass(frozen=True, slots=True)
class Actor:
    """A noun phrase in its part."""

    words: str
    span: Span
    """In the passage's text."""
    verb: str
    """Stem of the verb."""
    did: str
    """The verb as written."""

    @property
    def is_person(self) -> bool:
        """Whether it has the shape of a person's name; "the Orchard Guild" has not, for its article."""
        bare = _bare(self.words)
        return names.is_person(bare) and (self.words == bare or names.strip_determiner(self.words) != bare)


def doers(sentence: Sentence) -> tuple[Actor, ...]:
    """Who does what the sentence's verbs say, where it is said as "X did", "done by X" or "it was X who did"."""
    return tuple(_doers(sentence.passage.text))


def _doers(text: str) -> Iterator[Actor]:
    cleft = _CLEFT.match(text)
    if cleft:
        yield _actor(cleft)
        return
    for match in _PASSIVE.finditer(text):
        yield _actor(match)
    lead = _ADVERBIAL.match(text)
    active = _ACTIVE.match(text, lead.end() if lead else 0)
    if active and not _TO_BE.search(text[: active.start("verb")]):
        yield _actor(active)


def targets(sentence: Sentence) -> tuple[Actor, ...]:
    """Whom the sentence says to be accused, blamed, sued or fined."""
    text = sentence.passage.text
    if not _ACCUSING.search(text):
        return ()
    found = [m for pattern in (_TARGET, _TARGET_PASSIVE, _BLAMED_ON) for m in pattern.finditer(text)]
    return tuple(Actor(m["who"], Span(m.start("who"), m.end("who")), "accuse", "accused") for m in found)


def _actor(match: re.Match[str]) -> Actor:
    return Actor(
        match["who"], Span(match.start("who"), match.end("who")), vocabulary.stem(match["verb"].lower()), match["verb"]
    )


def are_two(topic: Topic, a: Actor, b: Actor, text_a: str, text_b: str) -> bool:
    """Whether two phrases surely name two: neither is general, belongs to the other, shares a name with it, or stands in the other's sentence."""
    bare_a, bare_b = _bare(a.words), _bare(b.words)
    if _GENERIC.match(a.words) or _GENERIC.match(b.words):
        return False
    if not (_is_definite(bare_a) and _is_definite(bare_b)):
        return False
    if _content(bare_a) & _content(bare_b) or _holds(text_b, bare_a) or _holds(text_a, bare_b):
        return False
    return not _related(topic, names.party_in(topic, a.words), names.party_in(topic, b.words))


def _is_definite(bare: str) -> bool:
    """Whether a phrase names somebody, or a body that is no single person; "the chief chemist" may be anybody's office."""
    return re.search("[A-Z]", bare) is not None or _BODY.search(bare) is not None


def _holds(text: str, words: str) -> bool:
    """Whether a sentence names the same one elsewhere."""
    last = words.split()[-1] if words.split() else ""
    return bool(last) and re.search(rf"\b{re.escape(last)}\b", text, re.IGNORECASE) is not None


def _bare(words: str) -> str:
    return names.strip_title(names.head(words))


def _content(words: str) -> frozenset[str]:
    return frozenset(
        vocabulary.stem(w.lower()) for w in re.findall(r"[^\W\d_]{2,}", words) if not vocabulary.is_stop(w.lower())
    )


def _related(topic: Topic, a: Party | None, b: Party | None) -> bool:
    return a is not None and b is not None and (a.name in _larger(topic, b) or b.name in _larger(topic, a))


def _larger(topic: Topic, party: Party) -> tuple[str, ...]:
    """The party and what it belongs to, step by step."""
    found = [party.name]
    while party.of and party.of not in found:
        found.append(party.of)
        above = topic.party(party.of)
        if above is None:
            break
        party = above
    return tuple(found)
