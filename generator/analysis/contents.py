"""What a verb of saying brings into its sentence: a content that somebody puts forward, or only the news that somebody spoke.

"The guild said that the pier had sunk" passes a content on; "After two days of talks on the pier, the guild endorsed Brown" tells of an act, and
whose words the rest is does not follow from it. An accusation or a denial is a content by itself, however short.
"""

from __future__ import annotations

import re

from generator.analysis import verbs
from generator.analysis.quotations import NAMED, SPOKEN

_LEAST = 0.3
"""Least share of its sentence that stands after a verb which may name an act. Below it, 170 of 235 sentences of PolNeAR's train part hold no content that
the annotators give to the subject and that covers as much."""
_CLAUSE = re.compile(
    rf"\s(?:how|whether|what|why|if|it|he|she|they|there|to\s[a-z]\w*)\b|[^.;:]*(?:\bthat\b|[{SPOKEN}{NAMED}])|:\s?[{SPOKEN}]"
)
"""How a content goes on from its verb as a clause or a quotation."""
_THAT = re.compile(
    r"(?:,[^,;:.]{3,60},|(?:,? (?:on|in|at|by|to|before|last|this|yesterday|today|again|only|also|further|still|instead|therefore|expressly|\w+ly)\b(?: (?!that\b|who\b|which\b)[\w’'-]+){0,5},?))? that\b(?!\s(?:of|out|as|to|off)\b|[,.;])"
)
"""How a clause with "that" follows its verb, at once or after the time, the place and the hearer."""
_BYLINE = re.compile(r"reported from\b")
_LAST = re.compile(
    r"\s*(?:(?:(?:on|last|this)\s)?(?:\w+day|week|month|year)(?:\s\w+)?|yesterday|today|later|in an? \w+)?\W*$"
)
"""What may stand after a verb whose whole content stands before it."""
_SHORTEST = 3
"""Words that stand before a speaker at the least where they are the content."""


def passes_on(outside: str, verb: re.Match[str]) -> bool:
    """Whether the verb of a sentence introduces a content.

    Args:
        outside: the sentence with its quotations filled up.
        verb: the match of a verb of saying in it, its subject before it.

    """
    form = verb[0].strip().lower()
    before = outside[: verb.start()]
    if _BYLINE.match(outside, verb.start()):
        return False
    inserted = outside.startswith(",", verb.end()) and "," in before
    if form in verbs.ACTS and not (inserted or SPOKEN in before or _CLAUSE.match(outside, verb.end())):
        return False
    if form.endswith(" that") or puts_forward(outside, verb):
        return True
    if form in verbs.OUTRIGHT or form in verbs.ACCUSING or form in verbs.DENYING:
        return True
    return fills(outside, verb)


def puts_forward(text: str, verb: re.Match[str]) -> bool:
    """Whether a clause with "that" follows the verb: "held on Thursday that"."""
    return bool(_THAT.match(text, verb.end()))


def fills(outside: str, verb: re.Match[str]) -> bool:
    """Whether what stands after a verb, or in quotation marks before it, is a good part of the sentence."""
    quoted = sum(outside.count(filler, 0, verb.start()) for filler in (SPOKEN, NAMED))
    return len(outside) - verb.end() + quoted >= _LEAST * len(outside)


def ends_with(outside: str, subject: str, verb: re.Match[str]) -> bool:
    """Whether a sentence ends with its speaker, after the whole content: "In all, the claim is false, the firm said on Monday"."""
    before = outside[: verb.start()]
    return bool(_LAST.match(outside, verb.end())) and len(before[: before.rfind(subject)].split()) >= _SHORTEST
