"""Through whom the carrier knows it: outlets and persons that a sentence names as having passed its content on."""

from __future__ import annotations

import re

from generator.analysis import names

_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,.;:()]+(?:, (?:and )?[A-Z][^,.;:()]*(?= (?:and|,)))?)")
_AS_REPORTED = re.compile(
    r"\b[Aa]s (?P<who>(?:the )?[A-Z][\w.&' -]{1,60}?) (?:reported|reports|wrote|writes|noted|notes|put it|describes|described)\b"
)
_PASSED_ON = re.compile(
    r"\b(?:reported by|quoted by|cited by|confirmed by|obtained by|seen by|published by|in (?:a |an )?(?:recent )?(?:interview|remarks|comments|statement) (?:with|to|quoted by|carried by))\s+(?P<who>[^,.;:()]+)"
    r"|\b[Tt]old (?P<told>(?:the )?[A-Z][\w.&'-]*(?: (?:of )?[A-Z][\w.&'-]*){0,4})(?= (?:that|it|he|she|they|the|there|this|these|his|her|its|in|on|last|yesterday)\b|,|\.)"
)


def chain(text: str) -> tuple[str, ...]:
    """Outlets and persons through whom the content came, nearest the speaker first."""
    found: list[tuple[int, str]] = []
    for pattern in (_ACCORDING, _AS_REPORTED, _PASSED_ON):
        for match in pattern.finditer(text):
            group = next(name for name, value in match.groupdict().items() if value)
            found.extend((match.start(group), name) for name in _listed(match[group]))
    ordered = dict.fromkeys(name for _, name in sorted(found, key=lambda link: link[0]))
    return tuple(ordered)


def _listed(phrase: str) -> list[str]:
    """The names in "Reuters and the Financial Times", without what follows them."""
    phrase = re.split(
        r"\s+(?:(?:and )?confirmed by|which|that|who|on|in its|in an|in a|available|one|has|have|is|are|was|were)\b",
        phrase,
    )[0]
    parts = re.split(r"\s+and\s+(?=(?:the\s+)?[A-Z])|,\s+", phrase)
    listed: list[str] = []
    for part in parts:
        name = re.sub(r"^(?:a|an|the)?\s*(?:recent|new|latest|exclusive)?\s*", "", part.strip())
        name = re.sub(
            r"\s+(?:report|reports|exclusive|article|story|analysis|interview|magazine|documentation)$", "", name
        )
        by = re.search(r"\bby (?P<name>[A-Z].*)$", name)
        name = by["name"] if by else name
        if re.match(r"[A-Z]", name):
            listed.append(names.head(name))
    return listed
