"""Verbs and nouns of saying in English, as general vocabulary: what introduces somebody else's content."""

from __future__ import annotations

import re

_SAYING = [
    "say",
    "state",
    "write",
    "tell",
    "add",
    "explain",
    "note",
    "argue",
    "claim",
    "insist",
    "maintain",
    "assert",
    "contend",
    "suggest",
    "instruct",
    "acknowledge",
    "admit",
    "concede",
    "report",
    "announce",
    "reveal",
    "confirm",
    "estimate",
    "believe",
    "hope",
    "expect",
    "predict",
    "reply",
    "respond",
    "counter",
    "comment",
    "remark",
    "observe",
    "describe",
    "characterize",
    "characterise",
    "call",
    "dub",
    "label",
    "urge",
    "emphasize",
    "emphasise",
    "stress",
    "question",
    "ask",
    "recall",
    "conclude",
    "detail",
    "cite",
    "identify",
    "testify",
    "frame",
    "tweet",
    "post",
    "promise",
    "vow",
    "pledge",
    "joke",
    "mock",
    "boast",
    "tout",
    "praise",
    "hail",
    "laud",
    "caution",
    "reiterate",
    "repeat",
    "recount",
    "declare",
    "proclaim",
    "indicate",
    "imply",
    "signal",
    "wonder",
    "think",
    "beg",
    "endorse",
    "echo",
    "agree",
    "disagree",
    "liken",
    "compare",
    "ridicule",
    "deride",
    "object",
    "protest",
    "swear",
    "chant",
    "shout",
    "exclaim",
    "clarify",
    "elaborate",
    "continue",
    "opine",
    "muse",
    "submit",
    "lament",
    "bemoan",
    "demand",
    "deplore",
    "regret",
    "stipulate",
    "mention",
    "quip",
    "plead",
    "pronounce",
]
_ACCUSING = [
    "accuse",
    "allege",
    "warn",
    "charge",
    "blame",
    "condemn",
    "denounce",
    "criticize",
    "criticise",
    "complain",
    "decry",
    "slam",
    "lambast",
    "fault",
    "sue",
    "blast",
    "castigate",
    "chide",
    "scold",
    "rebuke",
]
_DENYING = [
    "deny",
    "reject",
    "dismiss",
    "refute",
    "dispute",
    "rebut",
    "defend",
    "challenge",
    "disavow",
    "contradict",
    "repudiate",
    "counter",
]
_CLAIMING = ["claim", "assert", "insist", "suggest", "describe", "detail", "frame", "instruct", "say", "state"]
_IRREGULAR = {
    "say": "said",
    "write": "wrote",
    "tell": "told",
    "find": "found",
    "think": "thought",
    "feel": "felt",
    "swear": "swore",
    "hold": "held",
    "plead": "pleaded",
    "show": "showed",
    "learn": "learned",
}
_DOUBLED = frozenset({"rebut", "submit", "refer", "beg", "dub", "slam", "quip", "admit"})


def _forms(lemma: str) -> tuple[str, str, str, str]:
    """Base, third person, past, present participle."""
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    soft = stem.removesuffix("e")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
        past = soft + "ed"
    return lemma, third, _IRREGULAR.get(lemma, past), soft + "ing"


_FINITE = {form: lemma for lemma in (*_SAYING, *_ACCUSING, *_DENYING) for form in _forms(lemma)[:3]}
_PROGRESSIVE = {_forms(lemma)[3]: lemma for lemma in (*_SAYING, *_ACCUSING, *_DENYING)}
LEMMAS = {**_FINITE, **_PROGRESSIVE}
"""Form -> lemma of every verb of saying."""


def _all(lemmas: list[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in _forms(lemma))


ACCUSING, DENYING, CLAIMING = _all(_ACCUSING), _all(_DENYING), _all(_CLAIMING)
"""CLAIMING put forward a content without saying whether it accuses; after an accuser it does."""

_NOUNS = frozenset(
    [
        "state",
        "claim",
        "note",
        "report",
        "charge",
        "challenge",
        "detail",
        "estimate",
        "call",
        "question",
        "frame",
        "counter",
        "find",
        "dispute",
        "cite",
        "comment",
        "promise",
        "pledge",
        "joke",
        "boast",
        "demand",
        "tweet",
        "post",
        "label",
        "hope",
        "fear",
        "worry",
        "want",
        "rule",
        "fault",
        "blame",
        "praise",
        "hint",
        "signal",
        "echo",
        "object",
        "protest",
        "chant",
        "shout",
        "regret",
        "mention",
        "show",
        "hold",
        "wonder",
        "think",
        "feel",
        "outline",
        "remark",
    ]
)
NOUN_LIKE = frozenset(form for lemma in _NOUNS for form in _forms(lemma)[:2])
"""Forms that are as often a noun as a verb; they count as verbs only after a subject that is surely somebody."""

ONLY_BESIDE_QUOTATION = _all(["continue"])
"""Verbs that speak only beside a quotation: "..." she continued; prices continue to rise."""

BASE = frozenset(lemma for lemma in LEMMAS.values() if _forms(lemma)[2] != lemma)
"""Forms that only a plural or a pronoun may stand before: "officials say", "they believe"."""

FINITE_PATTERN = "|".join(sorted(_FINITE, key=lambda word: (-len(word), word)))
_ONGOING = "|".join(sorted(_PROGRESSIVE, key=lambda word: (-len(word), word)))
REPORTING_VERB = re.compile(rf"\b(?:{FINITE_PATTERN}|{_ONGOING})\b")
"""A finite verb of saying; the subject stands before it, unless the verb stands before its subject after a quotation."""

ONGOING = re.compile(r"(?:\b(?:is|are|was|were|been)|[’']s|[’']re)\s+(?:(?!worth\b)\w+\s+){0,2}$")
"""What makes "calling" a verb of its clause: "is once again calling"."""

AUXILIARY = re.compile(
    r"(?:\b(?:has|have|had|is|was|were|are|also|once|again|not|never|would|will|later|then|repeatedly|recently|since|again|publicly|formally|first|explicitly|\w+ly)\s+)+$"
)
NOT_A_VERB_AFTER = re.compile(
    r"\b(?:the|a|an|its|his|her|their|this|that|these|those|of|to|by|such|some|any|no|new|recent|for|on|in|with|as|about|any|many|sweeping)\s+$",
    re.IGNORECASE,
)
"""Words that make a following "claims", "report", "charges" a noun."""

DOCUMENTS = re.compile(
    r"\b(?:memo|memorandum|report|document|cable|letter|statement|paper|study|article|complaint|lawsuit|filing|indictment|ruling|brief|briefing|notice|testimony|petition|dossier|survey|review|audit)\b",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"\b(?:researchers?|scientists?|experts?|officials?|analysts?|observers?|spokes(?:man|woman|person|people)|lawmakers?|policymakers?|critics?|supporters?|residents?|workers?|doctors?|"
    r"economists?|lawyers?|prosecutors?|investigators?|activists?|campaigners?|authors?|executives?|engineers?|company|companies|firms?|startup|start-up|agency|regulators?|government|administration|"
    r"ministry|embassy|department|commission|committee|court|union|association|university|labs?|media|sources?|reviewers?|senators?|judges?|patients?|farmers?|teachers?|parents?|players?|athletes?|unions?|"
    r"bank|council|police|authority|authorities|parliament|congress|party|group|organi[sz]ation|coalition|investors?|customers?|opponents?|defendants?|plaintiffs?|lawyers)\b",
    re.IGNORECASE,
)
