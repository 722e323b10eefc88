"""For which parties a speaker may speak: "a spokesman for the ministry" for the Ministry of Labour, "the airline's lawyer" for whichever airline.

Made for saying that nobody speaks for a party, which is a charge of its own: whatever leaves a doubt counts as speech.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.analysis import names, verbs
from generator.model import BlockKind, Evidence, Party, Passage, Topic

_PERSON = (
    r"spokes\w+|press (?:office|officer|secretary)|lawyers?|attorneys?|solicitors?|barristers?|counsel|legal team|representatives?|officials?|executives?|management"
    r"|managers?|directors?|boss(?:es)?|chair\w*|heads?|chiefs?|president|ministers?|members?|owners?|founders?|staff"
)
_ENVOY = rf"{_PERSON}|statement|letter"
"""Who, or what, speaks for somebody else."""
_ENVOYS = re.compile(rf"\b(?:{_ENVOY})\b", re.IGNORECASE)
_SPEAKS_FOR = re.compile(
    rf"\b(?:(?:{_PERSON})\s(?:for|of|from|at|to)|(?:statement|letter)\s(?:of|from))\s(?P<whom>[^,.;:()“”\"]{{2,80}})"
    rf"|(?P<whose>[^,.;:()“”\"]{{2,80}}?)(?:['’]s?)?\s(?:[\w-]+\s){{0,2}}?(?:{_ENVOY})\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(rf"\b(?:its|his|her|their|our|my|your)\s(?:[\w-]+\s){{0,2}}(?:{_ENVOY})$", re.IGNORECASE)
"""An envoy of whoever is named further away: "the mill and the dairy in its statement"."""
_PREDICATE = re.compile(
    rf"\s(?:{verbs.FINITE_PATTERN}|has|have|had|is|are|was|were|will|would|did|does|do|can|could|may|might|must|should)\b.*",
    re.IGNORECASE,
)
"""Where a noun phrase ends and its sentence goes on: "for Ardel | said the drivers lie"."""
_SILENT = re.compile(
    r"[^,.;:]{0,80}?\b(?:(?:(?:did|do|does|has|have|had|was|were|could|would|will) (?:not|never)|(?:did|do|does|has|have|had|was|were|could|would|wo)n['’]t)"
    r" (?:\w+ly |yet |be |been )*(?:respond|repl[yi]|answer|comment|return|reach|available|contact|address|sa[iy]|explain)\w*"
    r"|(?:declined|refused|has yet|have yet|had yet|failed) to (?:respond|reply|answer|comment|return|say|discuss|explain|be)\b|(?:declined|offered no|had no|made no|gave no) (?:immediate |further )?(?:comment|response|reply|answer|requests?)\b)",
    re.IGNORECASE,
)
"""Who is asked and says nothing: "did not immediately respond to a request for comment"."""
BODY = (
    r"company|firm|start-?up|lab|laboratory|group|maker|manufacturer|airline|supplier|operator|producer|network|giant|retailer|chain|bank|brand|carrier|contractor|developer"
    r"|organi[sz]ation|body|agency|authority|institution|institute|charity|association|consortium|council|government|administration|ministry|department|office|club|university|party|union"
    r"|companies|firms|businesses|makers|manufacturers|operators|agencies|authorities|accused|defendants?|respondents?"
)
"""What a body is called, as an expression without a group."""
_DEFINITE_BODY = re.compile(
    rf"(?:^|\b(?:the|this|that|its|both|all|two|three)\s)(?:\w+\s)?(?:{BODY})(?:['’]s?)?\b", re.IGNORECASE
)
"""What a definite phrase calls a party that has been named before; a speaker's own article is left out at the front."""
_FOR_WHOM = re.compile(r"\b(?:for|of|from|at)\s", re.IGNORECASE)
_KIND = re.compile(r"\b[A-Za-z]{4,}\b")
_NO_KIND = frozenset(
    {
        "from",
        "with",
        "into",
        "over",
        "upon",
        "under",
        "north",
        "south",
        "east",
        "west",
        "united",
        "national",
        "international",
    }
)


def spoken_for(evidence: Evidence, passages: Iterable[Passage]) -> frozenset[str]:
    """Names of the parties for whom somebody speaks, or may speak, in the relevant passages."""
    found: set[str] = set()
    for article in _articles(passages):
        named: set[str] = set()
        for passage in article:
            named.update(party.name for party in evidence.topic.parties if names.mentions(party, passage.text))
            found.update(_in_passage(evidence.topic, passage, named))
    authors = [source.stated(field) for source in evidence.sources.values() for field in ("author", "publisher")]
    found.update(party.name for author in authors for party in _named(evidence.topic, author))
    return _with_those_they_belong_to(evidence.topic, found)


def represented(topic: Topic, speaker: str) -> Party | None:
    """The one party for whom a speaker is named as the envoy: "spokesman for the ministry"; None where there is none, or may be several."""
    envoy = _SPEAKS_FOR.match(speaker)
    if envoy is None or topic.party(speaker) is not None:
        return None
    whom = envoy["whom"] or envoy["whose"]
    by_name = list(_named(topic, whom))
    found = by_name or [party for party in topic.parties if _may_mean(party, whom)]
    return found[0] if len(found) == 1 else None


def _articles(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    by_article: dict[tuple[str, int], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.relevant:
            by_article[passage.source, passage.article].append(passage)
    yield from by_article.values()


def _in_passage(topic: Topic, passage: Passage, before: set[str]) -> Iterator[str]:
    """Parties for whom a passage has somebody speak. `before` are those that its article has named so far."""
    if passage.speaker:
        yield from (party.name for party in topic.parties if _may_mean(party, passage.speaker))
        if _leaves_open(passage.speaker):
            yield from before
    if passage.block is BlockKind.HEADING or not _ENVOYS.search(passage.text):
        return
    for envoy in _SPEAKS_FOR.finditer(passage.text):
        whom = _principal(envoy)
        if passage.speaker and whom not in passage.speaker and not _only_an_office(passage.speaker):
            continue  # somebody else speaks in this sentence
        if not passage.speaker and _SILENT.match(passage.text, envoy.end() if envoy["whose"] else envoy.start("whom")):
            continue
        yield from (party.name for party in topic.parties if _may_mean(party, whom))


def _principal(envoy: re.Match[str]) -> str:
    """For whom an envoy speaks, without what the sentence goes on with; "" where the words before the envoy are of somebody else."""
    if envoy["whose"]:
        return "" if _ELSEWHERE.search(envoy[0]) else envoy["whose"]
    return _PREDICATE.sub("", envoy["whom"])


def _only_an_office(speaker: str) -> bool:
    """Whether a speaker is called an envoy, and nobody's by name: "the airline's lawyer", "a spokeswoman"."""
    return bool(_ENVOYS.search(speaker)) and not names.NAME.search(speaker)


def _leaves_open(speaker: str) -> bool:
    """Whether a speaker without a name may speak for any party named before: "a spokeswoman", "the airline's lawyer", "the company"."""
    if names.NAME.search(speaker):
        return False
    return bool(_DEFINITE_BODY.search(speaker)) or bool(_ENVOYS.search(speaker) and not _FOR_WHOM.search(speaker))


def _may_mean(party: Party, phrase: str) -> bool:
    """Whether a phrase names the party, or calls it by a word of its name: "the ministry"."""
    return any(pattern.search(phrase) for pattern in _patterns(party))


def _named(topic: Topic, phrase: str) -> Iterator[Party]:
    return (party for party in topic.parties if phrase and _patterns(party)[0].search(phrase))


@lru_cache(maxsize=4096)
def _patterns(party: Party) -> tuple[re.Pattern[str], ...]:
    """The names of a party in any case as whole words; and the words of its names as definite short forms."""
    whole = "|".join(map(names.expression, party.names))
    short = {
        word.casefold() for name in party.names if " " in name for word in _KIND.findall(name) if word[:1].isupper()
    } - _NO_KIND
    patterns = [re.compile(whole, re.IGNORECASE)]
    if short:
        words = "|".join(sorted(map(re.escape, short)))
        patterns.append(re.compile(rf"(?:^|\b(?:the|this|that|its|their)\s)(?:{words})(?!\w)", re.IGNORECASE))
    return tuple(patterns)


def _with_those_they_belong_to(topic: Topic, spoken: set[str]) -> frozenset[str]:
    """Also whom the parties belong to: a member speaks for the body."""
    found, open_ones = set(spoken), sorted(spoken)
    while open_ones:
        party = topic.party(open_ones.pop())
        body = topic.party(party.of) if party and party.of else None
        if body and body.name not in found:
            found.add(body.name)
            open_ones.append(body.name)
    return frozenset(found)
