"""Pronouns of the third person before which the words name nothing that they could stand for."""

from __future__ import annotations

import re

_PRONOUN = re.compile(
    r"\b(?:(?P<many>they|them|their|theirs)|(?P<thing>its?)|(?P<person>he|she|him|his|her|himself|herself))\b",
    re.IGNORECASE,
)
_EMPTY_IT = re.compile(
    r"it(?:['’]s)? (?:\w+ ){1,5}(?:that|to|whether|how|when|who|why|if)\b|it (?:takes|took|rain|seems|appears)",
    re.IGNORECASE,
)
"""An "it" that stands for nothing: "it is clear that ..."."""
_LATER = re.compile(
    r"(?:while|although|though|when|if|as|because|since|before|after|despite|like|unlike|for|with|in|on|at|by|from|under|to|over|through|of)\b",
    re.IGNORECASE,
)
"""An opening whose pronoun is named after it: "In its report the Guild ..."."""
_OBJECT = re.compile(r"\bthem$|\b(?:on|of|in|with|for|by|to|from|at|about|into) (?:it|them)$")
_SEVERAL_NOUNS = re.compile(
    r"[,;:—]|\b(?:that|which|who|when|if|because|while|but|after|before|to|as|than|where|whose|so|an?|any|every|each)\b"
)
"""Without any of these the words before an object are its subject and its verb, for which it cannot stand."""
_MANY = re.compile(
    r"\b(?:[a-z-]{2,}[^s\W]s|people|children|men|women|staff|who|anyone|everyone|nobody|everybody|team|public|police)\b|\b[\w.]+,? and \w+|[A-Z]\w+s\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[^s\W]s$| and |\b(?:people|police|media|women|men)$")
_NO_NOUN = (
    "Did|Does|Do|Is|Are|Was|Were|Will|Would|Has|Have|Had|Can|Could|Should|May|Might|And|But|So|Yet|Not|Then|Perhaps|Plus|What|Why|How|Where|Who|Whether|Here"
    "|There|We|You|They|I|He|She|It|Now|Once|Only|Even|Never|Some|Most|Many"
)
_ONE = re.compile(
    r"\b(?:an?|the|this|each|every|no|one|any|his|her|their|our|my|your|whose|what|that)\s+\w+|(?<=\w )[A-Z]\w+|['’]s \w+"
    rf"|^(?!(?:{_NO_NOUN})\b)[A-Z][\w-]*[^s\W],?\s+[a-z]+(?:s|ed)?\b|^(?!(?:{_NO_NOUN})\b)[A-Z]\w+ [a-z]+ [a-z]+"
)
_SOMEONE = re.compile(
    r"(?<=[\w,;:.’”\"] )[A-Z][\w'’.-]+|^[A-Z]\w+ (?:[A-Z]|[a-z]+(?:s|ed)\b)|\b(?:an?|the|one|any|every|each|no|some|whose|my|our|your) (?:[\w-]+ ){0,3}[\w-]+"
    r"|\b(?:who|whoever|someone|anyone|nobody|everyone|somebody|anybody|everybody|people)\b"
)


def without_antecedent(words: str, speaker: str) -> str:
    """The first pronoun without anything before it that it could stand for; "" where there is none.

    `speaker` is who is named before the words as giving them, "" where nobody is: "it" and "she" may stand for them, "they" only for several.
    """
    match = _PRONOUN.search(words)
    if match is None or _EMPTY_IT.match(words, match.start()) or _LATER.match(words.lstrip("\"“‘'")):
        return ""
    before = words[: match.start()]
    if match[0] == "them":
        before = re.sub(r"\w+\s*$", "", before)  # the verb, which may look like a plural
    if _OBJECT.search(words[: match.end()]) and not _SEVERAL_NOUNS.search(before):
        return match[0]
    if match["many"]:
        return "" if _SEVERAL.search(speaker) or _MANY.search(before) else match[0]
    antecedent = _ONE if match["thing"] else _SOMEONE
    return "" if speaker or antecedent.search(before) else match[0]
