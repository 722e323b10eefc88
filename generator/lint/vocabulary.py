"""Words of English by which rules recognise saying, denying and doubting. Lower case; a star stands for any ending."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.citations.turning import CONTRASTS, NEGATIONS
from generator.model import Span


def _pattern(listed: str) -> re.Pattern[str]:
    words = "|".join(word.replace("*", r"[\w'’]*") for word in listed.split())
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


SAYING = _pattern(
    "said say says saying told tell tells telling write writes wrote written alleg* claim* accus* deny denies denied denial denying "
    "argue* arguing describ* report* stated statement* assert* maintain* insist* dismiss* reject* "
    "asked asks warn* blame* blaming complain* contend* criticis* criticiz* suggest* estimat* respond* response* "
    "replied replies announce* quot* cite* cites citing testif* added adds declare* express* believ* "
    "noted reveal* admit* acknowledg* conced* according attribut* explain* remark* comment* caution* "
    "condemn* recommend* defend* rebut* refut* suspect* doubt* disput* predict*"
)
"""That someone says, writes or thinks it."""
_ALSO_SAYING = re.compile(
    r"\b(?:answer|reply|replies|charge|point|question|challenge|counter|demand|urge|note|put|call|label|oppose)\w*"
    r"(?:\s+[\w'’-]+){0,4}?\s*(?:\bthat\b|\bas\b|\bwhether\b|[:“\"‘])"
    r"|\b(?:hold|held|find|found|think|thought|see|saw|expect|fear|conclude|judge|infer)\w*\s+that\b"
    r"|\bcall(?:ing)?\s+(?:it|this|that|him|her|them|these)\b"
    r"|\b(?:calls|called|calling|labels|labelled|labeled|opposes|opposed|urges|urged|demands|demanded|counters|countered|answered|replies)\b"
    r"|\b(?:in|on)\b[^.;]{0,40}\b(?:words?|views?|eyes|telling|reading|account|memo|memorandum|letter)\b|['’]s (?:words?|views?|memo|letter|answer|reply|charge)\b",
    re.IGNORECASE,
)
"""The same in words that also mean something else: they count with what is said, or with whose it is."""


def said(text: str) -> bool:
    """Whether a text shows that somebody says what it tells."""
    return SAYING.search(text) is not None or _ALSO_SAYING.search(text) is not None


DOUBTING = _pattern(
    "may might could maybe perhaps possible possibly potential* probabl* presumabl* likely unlikely alleg* reportedly "
    "suppos* purport* apparent* seem* appear* suggest* claim* accus* suspect* believ* think* thought rumor* rumour* "
    "unverified unconfirmed unproven estimate* if whether hint* impl* fear* doubt* question* uncertain* unclear would"
)
"""That it may be otherwise."""

UNVERIFIED = re.compile(
    r"\b(?:unverified|unconfirmed|unproven|uncorroborated)\b"
    r"|\b(?:not|n[o']t|never|nobody|no one|without|cannot|nor)\b[^.;]{0,40}\b(?:verif|confirm|corroborat|prove)"
    r"|\b(?:awaits?|needs?|requires?|lacks?|wants?|pending|in want of)\b[^.;]{0,30}\b(?:verification|confirmation|corroboration|proof)"
    r"|\bcitation needed\b|\bmarks?\b[^.;]{0,30}\bas (?:doubtful|disputed|open)\b|\bdisputed\b",
    re.IGNORECASE,
)
"""That nobody has confirmed it."""

_DENYING = _pattern(
    "disput* disagree* dismiss* disavow* reject* contradict* prevent* exclud* unable impossible baseless groundless "
    "rebut* refut* doubt* oppos* halt* cancel* abandon* withdr* elusive whether question* less little few empty vacant missing ban bans banned stop*"
)
_UN = re.compile(r"(?<![\w-])(?:un(?!der|it)[a-z]{3,}(?:ed|able|ible|al|en|fair|clear)|non-[a-z]+)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def negation(text: str) -> re.Match[str] | None:
    """The first negation of a text."""
    return next((word for word in _WORD.finditer(text) if _negative(word[0])), None)


def negating(text: str) -> Iterator[Span]:
    """Where a text negates in some way: in its words, by a prefix ("unfounded"), or in what its verbs mean."""
    yield from (Span(*word.span()) for word in _WORD.finditer(text) if _negative(word[0]))
    yield from (Span(*word.span()) for pattern in (_DENYING, _UN) for word in pattern.finditer(text))


def contrast(text: str) -> re.Match[str] | None:
    """The first word of contrast in a text."""
    return next((word for word in _WORD.finditer(text) if word[0].casefold() in CONTRASTS), None)


def _negative(word: str) -> bool:
    plain = word.replace("’", "'").casefold()
    return plain in NEGATIONS or plain.endswith("n't")
