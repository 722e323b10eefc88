"""The noun phrase that is the subject of a verb of saying, found by what stands before the verb."""

from __future__ import annotations

import re

from generator.analysis import names, verbs
from generator.analysis.quotations import SPOKEN

_ADVERBIAL = re.compile(
    r"^(?:(?:in|on|at|by|since|after|following|before|during|around|earlier|later|last|meanwhile|however|but|and|yet|still|moreover|furthermore|instead|previously|now|today|like|unlike|with|from|over|under|when|if|"
    r"yesterday|also|here|there|for|despite|while|to|as|among|amid|alongside|asked|pressed|faced|given|according to|contacted|reached|questioned|outside|inside|elsewhere|towards?|afterwards|beyond|across|through(?:out)?|shown|told|recalled|an? (?:day|week|month|year) (?:before|after|earlier|later)|[a-z]+ly(?-i:(?! [A-Z]))|[a-z]+ (?:days|weeks|months|years) (?:ago|later|earlier))\b[^,\"“]*,\s*)+",
    re.IGNORECASE,
)
CONJUNCTION = re.compile(r"^(?:But|And|Yet|Still|So|However|Meanwhile|Then|Now|Also|Even)\s+")
_CLAUSE = re.compile(
    rf"[;:{SPOKEN}]\s*|—|–\s|\s--?\s|\b(?:that|although|though|because|but)\s+(?=[A-Z]|(?:the|an?|his|her|its|their|some|he|she|they|it)\b)"
    r"|\b(?:and|while|when|as|if|what|which)\s+(?=(?:he|she|they|it)\b)|\b(?:while|as|when|where)\s+(?=[A-Z]|the\b)"
)
"""Where a clause begins in which the verb may have its subject."""
_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|\([a-z\d]\))\s+(?=[A-Z])")
"""The number of a paragraph in a record or a memo."""
_BRACKETS = re.compile(r"\s?\([^()]*\)|\s?\[[^\]]*\]|\s[—–]\s[^—–]*\s[—–](?=\s)")
_FINITE = re.compile(
    r"\b[a-z]{2,}ed (?:a|an|the|its|his|her|their|by|in|at|to|for)\b|^(?:Take|Consider|Imagine|Look at|Note)\b"
    r"|\b(?:came|comes) (?:just|only|as|amid|days|weeks)\b|\b(?:sent|gave|took|made|held|left|won|got|had|met|brought|kept|saw|put|led|lost|ran|went|came|began|became|drew|set|paid|sold|built|hit|found|wrote|said|told|backs?|belongs?|repeats?|sends?|stands?|ended|based)\s(?:an?|the|its|his|her|their|to|that|after|in|on|home)\b"
)
"""A finite verb inside what should be a noun phrase."""
_ADVERBIAL_START = re.compile(
    r"(?:in|on|at|by|since|after|before|during|for|from|with|as|when|while|if|like|unlike|asked|pressed|faced|given|despite|among|according|contacted|reached|questioned|outside|inside|elsewhere|shown|told|[A-Za-z]+ing)\b",
    re.IGNORECASE,
)
_INSERTION = re.compile(
    r"(?:\w+ of (?:whom|which)|an?|who|whose|which|where|whom|now|then|once|\d+|of|in|on|at|by|from|for|with|along|as|[a-z]+(?:ed|ing))\b"
)
"""How a phrase begins that only describes the subject before it."""
_AUXILIARY_INSIDE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|may|might|should|do|does|did)\b"
)
_RELATIVE = re.compile(r"\s+(?:who|which|that|whose)\b(?P<rest>.*)$")
_WHEN = re.compile(
    r"\s+(?:(?:on |late |early |earlier |later )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|yesterday|today|recently|(?:last|this) (?:week|month|year|\w+day)|in (?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December)|at the time|afterwards?|herself|himself|itself|themselves)$"
)
_PREPOSITION = re.compile(
    r"(?:with|without|in|on|at|by|for|from|under|over|during|despite|like|since|among|between|within|upon|of|through|against|amid|given)\b",
    re.IGNORECASE,
)
_NO_PHRASE = re.compile(
    r"^then\s|\s(?:nobody|he|she|they|it|we|I|you|who|whoever|whatever|what|where|whether|no|if|when|not|ever|never)\b|^\d+ to \d|[’']s$|[\w\d][.,]\d+$|\d$|^(?:of|than|nor|by|so|such|only|not|all|or|including|though)\b"
)
"""What cannot stand in the noun phrase of somebody who says something."""
NO_SPEAKER = re.compile(
    r"^(?:we|i|you|nobody|no|none|everyone|anyone|one(?!\s(?!of\b|after\b|by\b|can\b|could\b|should\b|would\b|may\b|might\b|must\b|has\b|who\b))|those|what|whoever|who|how|why|when|where|which|whether|there|this|that|these|nothing|something)\b|\s(?:we|i|you)$",
    re.IGNORECASE,
)
"""The writer, nobody in particular, or a question."""

_SUBORDINATE = re.compile(
    r"(?:as|after|before|because|if|when|whenever|since|unless|until|whether|nor|neither|although|though|where|can|could|did|does|has|how|why|is|are|was|were|not|than|even|to)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:In|On|At|By|Since|For|With|Through|During|After|Before|From|Under|Towards?)\s.*(?<! of)(?<! for)(?<! in)(?<! at)(?<! on)(?<! by)(?<! to)(?<! from)\s(?=(?:the|an?|his|her|its|their)\s(?:[\w’'-]+\s){0,2}[\w’'-]+$|he$|she$|they$|it$)"
    r"|^(?:[\w-]+\s){1,3}(?:earlier|later|ago|before|after|afterwards|now)\s(?=(?:the|an?|his|her|its|their)\s|[A-Z])"
    r"|^(?:[Ll]ast|[Tt]his|[Nn]ext)\s(?:\w+\s)?(?:week|month|year|spring|summer|autumn|fall|winter|night|\w+day)\s(?=(?:the|an?|his|her|its|their)\s|[A-Z])"
    r"|^(?:In|Since|By|On|Towards?)\s(?:\w+\s)?(?:\d{1,2},?\s)?(?:\d{4}|\w+day|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|noon|midnight|evening)\s"
    r"|^(?:In|On|At|During|After|Before|For|With|By|Under)\s(?:(?:[a-z][\w’'-]*|\w+day)\s)+(?<!\bof\s)(?<!\bfor\s)(?<!\bin\s)(?<!\bat\s)(?<!\bon\s)(?<!\bby\s)(?<!\bto\s)(?<!\bfrom\s)(?<!\bwith\s)(?<!\bagainst\s)(?<!\bthe\s)(?<!\band\s)(?=[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*)*$)"
    r"|^To (?:this|that|which|these)\s"
    r"|^(?:In|On|At|During)\s.*\b(?:time|day|week|month|year|statement|letter|interview|evidence|speech|hearing)\s(?=[A-Z])"
    r"|^(?:[Ww]hen|[Ww]hile)\s",
)
"""An adverbial that no comma parts from the subject: "In 2016 the Union", "In the case of the mill the referees"."""


_COUNTED = re.compile(r"\b(?:some|many|several|most|\d+|two|three|four|five)\b", re.IGNORECASE)
_DESCRIBED = re.compile(
    r"(?:[\w’'-]+\s){0,3}?(?:[A-Za-z]\w*s|[Pp]eople|[Mm]en|[Ww]omen)\s(?:of|in|at|from|for|to|on|with|by|close|who|familiar|[a-z]+(?:ed|ing))\b"
)
"""Several, by number or by the plural before what describes them: "surveys of the harbour"."""


def subject(before: str) -> str:
    """The noun phrase that ends at the verb, without what stands before its clause; "" where there is none."""
    clause = _CLAUSE.split(_BRACKETS.sub("", before))[-1]
    closed = clause.rstrip().endswith(",")
    whole = _NUMBERED.sub("", clause.strip())
    clause = CONJUNCTION.sub("", _ADVERBIAL.sub("", whole)).strip(" ,")
    parts = _parts(clause)
    if _WHO.match(clause):
        parts = _parts(whole)
    if closed and all(_INSERTION.match(part) for part in parts):
        parts = [_LEADING.sub("", part) for part in _parts(whole)]
    if re.search(r"(?:^|\s)(?:and|or|but|then)$", clause):
        return leading(clause)
    found = _before_insertion(parts) if closed else _nearest(parts)
    return _phrase(found)


def _no_speaker(found: str) -> bool:
    """Whether nobody in particular is named; "WHO" is an agency."""
    return bool(NO_SPEAKER.search(found)) and not re.match(r"[A-Z]{2}", found)


_WHO = re.compile(r"(?:who|which)\b")
_COMMA = re.compile(r",(?!\d{3}\b)")


def _parts(clause: str) -> list[str]:
    return [part.strip() for part in _COMMA.split(clause) if part.strip()]


def _phrase(found: str) -> str:
    """The phrase where it is one, else nothing."""
    found = _WHEN.sub("", _WHEN.sub("", _LEADING.sub("", found)))
    relative = _RELATIVE.search(found)
    if relative:
        if not _AUXILIARY_INSIDE.search(relative["rest"]) and not re.search(r"\w{2,}(?:ed|s)\b", relative["rest"]):
            return ""
        found = found[: relative.start()]
    if (
        not found
        or _SUBORDINATE.match(found)
        or _PREPOSITION.match(found)
        or _FINITE.search(found)
        or _no_speaker(found)
    ):
        return ""
    head = re.sub(r"\bto (?:[A-Z]|the\b).*$", "", found.split(",")[0])
    return "" if _AUXILIARY_INSIDE.search(head) or _NO_PHRASE.search(head) else found


_CALLED = re.compile(rf"(?:\s[a-z][\w-]*){{0,3}},\s(?P<name>{names.NAME.pattern}),")
"""The name that follows an office: "the state's attorney| general, Ada Brown,"."""
_TRADE = re.compile(
    rf"[A-Z][\w-]+\s(?:[a-z-]+\s)?(?:{verbs.PEOPLE_OR_DOCUMENT})\s(?P<name>{names.NAME.pattern})(?=[\s,])"
)
"""A trade without its article: "Mobile operator Sund"."""

_THEIRS = re.compile(rf"(?:[\w-]+\s){{0,3}}?[\w-]+['’]s\s(?P<name>{names.NAME.pattern})(?=[\s,])")
"""Somebody of a body: "the union's Ada Brown"."""


def leading(clause: str) -> str:
    """The subject of a clause's first verb: the pronoun, name, people or document that the clause begins with; "" where it begins otherwise."""
    clause = CONJUNCTION.sub("", _ADVERBIAL.sub("", _NUMBERED.sub("", clause.strip())))
    pronoun = re.match(r"(?:He|She|They|It|he|she|they|it)\b", clause)
    if pronoun:
        return pronoun[0]
    common = re.match(
        rf"(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,2}}['’]s?|[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Ss]ome|[Oo]ne)\s(?:[\w’'-]+\s){{0,4}}?{verbs.PEOPLE_OR_DOCUMENT}\b",
        clause,
    )
    name = names.NAME.match(clause)
    if common and not (name and name.end() > common.end()):
        called = _CALLED.match(clause, common.end())
        return f"{common[0]}, {called['name']}" if called and names.is_individual(called["name"]) else common[0]
    trade = _TRADE.match(clause)
    if trade:
        return trade["name"]
    theirs = _THEIRS.match(clause)
    if theirs and names.is_individual(theirs["name"]):
        return theirs["name"]
    if name is None or NO_SPEAKER.match(name[0]) or _SUBORDINATE.match(name[0]):
        return ""
    if re.search(r"['’]s?$", name[0]):
        return ""
    bare = clause[name.end() : name.end() + 1]
    return _WHEN.sub("", name[0]) if bare in (" ", ",") and (names.is_individual(name[0]) or len(name[0]) > 3) else ""


def _before_insertion(parts: list[str]) -> str:
    """The subject before an insertion that a comma closes: "Ada Brown, who directs the survey, | said", "Brown, in Novi, Ohio, | said"."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    if names.is_individual(parts[-1]) and re.match(r"(?:the|his|her|its|their)\s", parts[-2]):
        return f"{parts[-2]}, {parts[-1]}"
    first = next(
        (i for i, part in enumerate(parts[:-1]) if not _ADVERBIAL_START.match(part) and _phrase(part)), len(parts) - 1
    )
    found = CONJUNCTION.sub("", parts[first])
    found = re.sub(r"^(?:and|or)\s+", "", found)
    for part in parts[first + 1 : first + 2]:
        if (
            names.is_individual(part)
            and not names.is_individual(found)
            and re.match(
                r"(?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|(?:\w+\s){0,3}\w+['’]s|[Cc]ounsel|[Ss]pokes\w+|[Ll]awyers?)\s",
                found,
            )
        ):
            return f"{found}, {part}"
    return found


def _nearest(parts: list[str]) -> str:
    """Of the phrases between commas before a verb, the last, unless that only describes the one before it or goes on from it.

    "Speaking in Novi, Michigan, Trump" gives "Trump"; "Ada Brown, director of the survey" and "the director, Ada Brown" stay together.
    """
    if len(parts) < 2:
        return parts[0] if parts else ""
    last, previous = parts[-1], parts[-2]
    relative = re.match(r"(?:who|which)\b", last)
    if relative:
        return _antecedent(previous) if len(last.split()) < 3 else ""
    last = re.sub(r"^(?:and|or|while|as|but|so|yet)\s+", "", last)
    if _ADVERBIAL_START.match(previous) or re.fullmatch(r"he|she|they|it|we", last):
        return last
    describes = not names.is_individual(last) and names.is_individual(previous) and not re.match(r"the\b", last)
    named = names.is_individual(last) and re.match(r"(?:the|an?|its|his|her|their|[a-z])", previous)
    return f"{previous}, {last}" if describes or named else last


def _antecedent(phrase: str) -> str:
    """What "who" or "which" after a comma refers to: the name at the end of the phrase before it."""
    return next((found[0] for found in names.NAME.finditer(phrase) if found.end() == len(phrase)), "")


def is_adverbial(phrase: str) -> bool:
    """Whether a phrase before a subject only says when, where or how."""
    return bool(_ADVERBIAL_START.match(phrase) or _ADVERBIAL.match(phrase + ", "))


def fits(found: str, verb: str) -> bool:
    """Whether a subject can stand before the form of the verb: "officials say", not "the official say"."""
    if verb not in verbs.BASE:
        return True
    last = re.sub(r",.*$", "", found).split()[-1].lower()
    both = re.search(r"[A-Z][\w.]* and (?:the )?[A-Z][\w. ]*$|s and [\w ]+s$", found)
    return bool(both or _DESCRIBED.match(found) or (verb not in verbs.NOUN_LIKE and _COUNTED.search(found))) or (
        last.endswith("s") or last in {"they", "we", "people", "media", "police"}
    )
