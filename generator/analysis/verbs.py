"""Verbs and nouns of saying in English, as general vocabulary: what introduces somebody else's content."""

from __future__ import annotations

import re

SAYING = (  # noqa: SIM905
    "said says say stated states wrote writes write told tells added adds explained explains noted notes argued argues argue claimed claims "
    "insisted insists insist maintained maintains asserted asserts assert contended contends contend suggested suggests suggest instructed instructs acknowledged acknowledges "
    "acknowledge admitted admits conceded concedes reported reports announced announces revealed reveals confirmed confirms estimated estimates "
    "believes believe believed hopes hope expects expect predicted predicts replied responded responds countered counters commented remarked observed "
    "described describes describe characterized characterised characterize characterise called calls dubbed labelled labeled urged urges "
    "emphasized emphasised stressed stresses questioned asked recalled concluded concludes found finds detailed details cited cite cites "
    "identified identifies testified testifies ruled framed frames tweeted posted"
).split()
ACCUSING = (  # noqa: SIM905
    "accused accuses accuse alleged alleges allege warned warns warn charged charges blamed blames blame condemned condemns "
    "condemn denounced denounces criticized criticised criticizes criticises criticize complained complains decried slammed lambasted faulted sued sues"
).split()
DENYING = (  # noqa: SIM905
    "denied denies deny rejected rejects reject dismissed dismisses dismiss refuted refutes refute disputed disputes rebutted defended defends "
    "defend challenged challenges countered counters disavowed"
).split()

NOUN_LIKE = frozenset(
    "states claims notes reports charges challenges details estimates calls questions frames counters finds disputes cites".split()  # noqa: SIM905
)
"""Forms that are as often a plural noun as a verb; they count as verbs only after a subject that is surely somebody."""

CLAIMING = frozenset(
    "claimed claims asserted asserts insisted insists suggested suggests described describes details detailed framed frames instructed instructs said says stated states".split()  # noqa: SIM905
)
"""Verbs that put forward a content without saying whether it accuses; after an accuser it does."""

REPORTING = frozenset((*SAYING, *ACCUSING, *DENYING))
_ALTERNATIVES = "|".join(sorted(REPORTING, key=lambda word: (-len(word), word)))
REPORTING_VERB = re.compile(rf"\b(?:{_ALTERNATIVES})\b")
"""A finite verb of saying; the subject stands before it, unless the verb stands before its subject after a quotation."""

AUXILIARY = re.compile(
    r"(?:\b(?:has|have|had|is|was|were|are|also|then|later|repeatedly|recently|since|again|publicly|formally|first|explicitly|\w+ly)\s+)+$"
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
