"""The noun phrase that is the subject of a verb of saying, found by what stands before the verb."""

from __future__ import annotations

import re

from generator.analysis import names, verbs

_ADVERBIAL = re.compile(
    r"^(?:(?:in|on|at|by|since|after|before|during|around|earlier|later|last|meanwhile|however|but|and|yet|still|moreover|furthermore|instead|previously|now|today|"
    r"yesterday|also|here|there|for|despite|while|to|as|among|amid|according to|an? (?:day|week|month|year) (?:before|after|earlier|later)|[a-z]+ly)\b[^,\"“]*,\s*)+",
    re.IGNORECASE,
)
CONJUNCTION = re.compile(r"^(?:But|And|Yet|Still|So|However|Meanwhile|Then)\s+")
_FINITE = re.compile(
    r"\b[a-z]{2,}ed (?:a|an|the|its|his|her|their|by|in|at|to|for)\b|^(?:Take|Consider|Imagine|Look at|Note)\b"
)
"""A finite verb inside what should be a noun phrase."""
_ADVERBIAL_START = re.compile(
    r"(?:in|on|at|by|since|after|before|during|for|from|with|as|when|while|if|[A-Za-z]+ing)\b", re.IGNORECASE
)
_AUXILIARY_INSIDE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|may|might|should|do|does|did)\b"
)
_TAIL = re.compile(r"\s+(?:who|which|that)\b.*$")
NO_SPEAKER = re.compile(
    r"^(?:we|i|you|nobody|no one|none|everyone|anyone|what|who|how|why|when|where|which|whether)\b|\s(?:we|i|you)$",
    re.IGNORECASE,
)
"""The writer, nobody in particular, or a question."""

_SUBORDINATE = re.compile(
    r"(?:as|after|before|because|if|when|whenever|since|unless|until|whether|nor|neither|although|though|while|where|can|could|did|does|has|how|why)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:In|On|At|By|Since|For|With|Through|During|After|Before|From|Under)\s.*\s(?=(?:the|an?|his|her|its|their)\s[\w’'-]+$|he$|she$|they$|it$)"
    r"|^(?:In|Since|By|On)\s(?:\w+\s)?(?:\d{1,2},?\s)?(?:\d{4}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\s"
)
"""An adverbial that no comma parts from the subject: "In 2016 the Union", "In the case of the mill the referees"."""


def subject(before: str) -> str:
    """The noun phrase that ends at the verb, without what stands before its clause; "" where there is none."""
    clause = re.split(r"[;:\x00()]\s*|—|–\s|\s-\s|\b(?:that|while|although|though|because)\s+(?=[A-Z]|the\b)", before)[
        -1
    ]
    clause = CONJUNCTION.sub("", _ADVERBIAL.sub("", clause.strip()))
    clause = _LEADING.sub("", _TAIL.sub("", clause).strip(" ,"))
    found = _nearest([part.strip() for part in clause.split(",") if part.strip()])
    if not found or _SUBORDINATE.match(found) or _FINITE.search(found) or NO_SPEAKER.search(found):
        return ""
    if re.search(r"\s(?:and|or|but|then)$", found):
        return _first_of_two_verbs(found)
    head = re.sub(r"\bto (?:[A-Z]|the\b).*$", "", found.split(",")[0])
    return "" if _AUXILIARY_INSIDE.search(head) else found


def _first_of_two_verbs(found: str) -> str:
    """The subject of "X gave no figure and noted": the name that the phrase begins with."""
    match = names.NAME.match(found)
    return match[0] if match and names.is_person(match[0]) else ""


def _nearest(parts: list[str]) -> str:
    """Of the phrases between commas before a verb, the subject with its apposition: the last, unless that only describes the one before it.

    "Speaking in Novi, Michigan, Trump" gives "Trump"; "Ada Brown, director of the survey" and "the director, Ada Brown" stay together.
    """
    if len(parts) < 2:
        return parts[0] if parts else ""
    last, previous = parts[-1], parts[-2]
    if last.startswith(("and ", "or ")):
        return ""
    if _ADVERBIAL_START.match(previous) or re.fullmatch(r"he|she|they|it|we", last):
        return last
    describes = not names.is_person(last) and names.is_person(previous)
    named = names.is_person(last) and re.match(r"(?:the|an?|its|his|her|their|[a-z])", previous)
    return f"{previous}, {last}" if describes or named else last


def is_adverbial(phrase: str) -> bool:
    """Whether a phrase before a subject only says when, where or how."""
    return bool(_ADVERBIAL_START.match(phrase) or _ADVERBIAL.match(phrase + ", "))


def fits(found: str, verb: str) -> bool:
    """Whether a subject can stand before the form of the verb: "officials say", not "the official say"."""
    if verb not in verbs.BASE:
        return True
    last = re.sub(r",.*$", "", found).split()[-1].lower()
    both = re.search(r"[A-Z][\w.]* and (?:the )?[A-Z][\w. ]*$|s and [\w ]+s$", found)
    return bool(both) or last.endswith("s") or last in {"they", "we", "people", "media", "police"}
