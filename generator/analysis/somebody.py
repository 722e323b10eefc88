"""Whether the subject of a verb of saying is anybody: a person, a body or a document, not "every", "a small lie" or "work at the harbour"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.analysis import names, verbs

_KIN_AND_ROLES = re.compile(
    r"\b(?:wi(?:fe|ves)|husbands?|mothers?|fathers?|sons?|daughters?|brothers?|sisters?|uncles?|aunts?|cousins?|friends?|couples?|child(?:ren)?|kids?|boys?|girls?|guys?|citizens?|victims?|suspects?|colleagues?"
    r"|groups?|states?|country|countries|nations?|cit(?:y|ies)|towns?|villages?|provinces?|count(?:y|ies)|ministries|banks|courts|clubs?|councils|departments|agencies|bodies|chambers?|cabinet|crew|staff|army|navy"
    r"|military|police|clergy|priests?|bishops?|king|queen|prince(?:ss)?|pope|nuns?|monks?|cooks?|chefs?|guards?|guides?|hosts?|guests?|thie(?:f|ves)|elders|youths?|adults?|teens?|folk|public|crowd|majority|minority|others"
    r"|landlords?|landlad(?:y|ies)|academy|academies|cooperatives?|\d+-year-olds?|sect|tribe|guild|lobby|press|wire|broadcast(?:er|ers)|radio|station|channel|show|programme|podcast|film|documentary|song|app|sign|note|label|map|chart|index|leaflet|caption|slogan|motto|poster"
    r"|spot|clip|announcements?|releases?|briefs?|circulars?|manuals?|guidelines?|rules?|codes?|contracts?|laws?|acts?|treaty|treaties|text|texts|message|messages|chapter|interviews?|speech(?:es)?|submissions?|presentations?|slides?|suits?|videos?|footage|photos?|photographs?|recordings?)\b",
    re.IGNORECASE,
)
"""People, bodies and writings beyond those that `verbs` lists: general vocabulary, read over against what it rejects in the 84 articles of PolNeAR's development part."""
_AGENT = re.compile(
    r"\b\w{2,}(?:er|or|ar|ist|ian|ician|eer|ee|ess|ant|(?<!m)ent|ite|crat|graph|man|men|woman|women|folk)s?$",
    re.IGNORECASE,
)
"""Endings of words for people by what they do: "rider", "announcer", "chemist"."""
_AFTER_HEAD = re.compile(
    r"\s(?:of|for|in|at|from|to|on|with|by|who|whom|that|which|against|near|along|behind|about|among|across|over|under|inside|outside|around|[a-z]+ing)\s"
)
_QUANTITY = re.compile(
    r"(?:one|two|three|four|five|six|some|many|most|several|all|none|each|every|both|half|part|dozens|scores|hundreds|thousands|millions|number|pair|majority|minority|rest|handful|\d+)(?:\s(?:one|out))?$",
    re.IGNORECASE,
)
_SOLE = re.compile(
    r"(?:every|everything|each|any|either|neither|much|more|less|most|few|perhaps|maybe|once|twice|following|again|often|another|such|just|only|even|indeed)$",
    re.IGNORECASE,
)
"""Words that stand at the front of a sentence and name nobody by themselves."""
_THING = re.compile(
    r"\w{2,}(?:ches|shes|xes|ings|tions?|sions?|ments|ities|itude|itudes|ness|nesses|ances|ences|isms|ships|ures|edges)$",
    re.IGNORECASE,
)
"""Endings of words for things, as a single capital at the front of a sentence leaves it open whether a word is a name."""
_AT_LARGE = frozenset(
    ("studies", "research", "evidence", "figures", "statistics", "results", "findings", "tests", "papers")
)
"""Writings at large, of nobody in particular, where nothing says which."""
_WHICH = r"\b(?:the|this|these|those|its|his|her|their|our|both|two|three)\s(?:\w+\s)?"
_GOES_ON = re.compile(r"\s(?:on|at|to|along|against|into|for)\s(?:the|an?|its|his|her|their)\s")
"""How a common noun goes on that a single capital at the front may make a name: "Work on the pier"."""
_NO_AGENT = re.compile(
    r"\b(?:matter|water|weather|number|power|order|answer|summer|winter|cent(?:er|re)|corner|river|dinner|labou?r|harbou?r|honou?r|colou?r|error|factor|sector|behaviou?r|event|accident|incident"
    r"|extent|content|tent|rent|plant|want|grant|floor|door|war|car|star|year|dollar|calendar|fear|tear|layer|tower|border|disaster|chapter|character|danger|finger|anger|hunger|favou?r|rumou?r|terror)s?$",
    re.IGNORECASE,
)
"""Words that only end like those."""
_OWNER = re.compile(r"^.*['’]s?\s(?=[a-z])")
_ADVERB = re.compile(r"\s(?:often|just|also|only|even|always|usually|simply)$")


def is_somebody(speaker: str, text: str, common: frozenset[str]) -> bool:
    """Whether the speaker that a sentence seems to have can speak.

    Args:
        speaker: as found, without its article.
        text: the sentence.
        common: words that the article has in small letters and nowhere within a sentence with a capital.

    """
    phrase = _ADVERB.sub("", _OWNER.sub("", speaker.split(",")[0].strip()))
    head = _head(phrase)
    if not head or _SOLE.fullmatch(head):
        return False
    if phrase.casefold() in _AT_LARGE:
        return bool(re.search(_WHICH + re.escape(phrase), text, re.IGNORECASE))
    if verbs.PEOPLE.search(head) or verbs.RESEARCH.search(head) or _KIN_AND_ROLES.search(head) or _is_agent(head):
        return True
    if re.search(r"\s(?:['’]|[A-Z\d])|[A-Z].*[A-Z]", phrase):
        return True
    if not head[:1].isupper():
        return False
    if not text.lstrip("“\"'‘ ").startswith(head):
        return True
    if " " in head or head != phrase or _GOES_ON.match(text.lstrip("“\"'‘ ").removeprefix(head)):
        return False
    return head.casefold() not in common and not _THING.fullmatch(head)


def _is_agent(head: str) -> bool:
    return bool(_AGENT.search(head)) and not _NO_AGENT.search(head)


def is_kind_of_people(phrase: str) -> bool:
    """Whether a noun phrase without a name is of people by what they do or whose kin they are: "one rider", "his wife"."""
    head = _head(phrase)
    return bool(_KIN_AND_ROLES.search(head)) or _is_agent(head)


def _head(phrase: str) -> str:
    """The noun with what stands before it; of a quantity what is counted: "drivers" of "one of the drivers"."""
    parts = _AFTER_HEAD.split(phrase, maxsplit=1)
    if len(parts) > 1 and _QUANTITY.fullmatch(parts[0]):
        return names.strip_determiner(_AFTER_HEAD.split(parts[1], maxsplit=1)[0]) or parts[1]
    return parts[0]


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Words, folded, that stand in small letters and nowhere within a sentence with a capital."""
    small: set[str] = set()
    capital: set[str] = set()
    for text in texts:
        small.update(re.findall(r"\b[a-z]{3,}\b", text))
        capital.update(word.casefold() for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b", text))
    return frozenset(small - capital)
