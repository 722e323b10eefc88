"""Words and patterns of English by which the role of a sentence shows: general vocabulary of disputes, of no topic.

Each entry is (weight, pattern), and patterns are for text in lower case: that is more than twice as fast as ignoring case. Weights are coarse on purpose: 3 decides almost alone, 2 decides without a contrary cue, 1 tips.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.analysis import verbs
from generator.analysis.alternatives import one_of

Cues = tuple[tuple[int, re.Pattern[str]], ...]


def _cues(*entries: tuple[int, str]) -> Cues:
    return tuple((weight, re.compile(pattern)) for weight, pattern in entries)


_ACCUSE = one_of(verbs.ACCUSING)
_DENY = one_of(verbs.DENYING)

ALLEGATION = _cues(
    (3, rf"\b(?:{_ACCUSE})\b(?!\s+(?:of|for) (?:denying|rejecting))"),
    (
        2,
        r"\b(?:the|these|those|such|its|their|his|her|new|sweeping|widespread|amplify|repeated) (?:\w+ )?(?:accusations?|allegations?|claims?|charges?) (?:that|of|against)\b",
    ),
    (
        2,
        r"\b(?:illegal(?:ly)?|unlawful(?:ly)?|fraud(?:ulent(?:ly)?)?|theft|steal(?:s|ing)?|stole|stolen|misappropriat\w+|infring\w+|plagiari\w+|bribe\w*|corrupt\w*|cheat\w*|rigged|forged|falsif\w+|launder\w*)\b",
    ),
    (
        2,
        r"\b(?:without (?:permission|authori[sz]ation|consent|licen[cs]e|approval|compensation)|unauthori[sz]ed|in (?:breach|violation) of|violat(?:ed|es|ing)|malicious\w*|abus(?:e|ed|es|ing)|exploit(?:ed|s|ing|ation)?)\b",
    ),
    (
        2,
        r"\b(?:undermin\w+|harm(?:s|ed|ful|ing)?|poison\w*|contaminat\w+|endanger\w*|devastating|piggyback\w*|dangers?|threats? to|(?:security|health|safety|significant|serious) risks?)\b",
    ),
    (
        2,
        r"\b(?:cover(?:ed|ing)?[- ]up|conceal\w*|misled|mislead(?:ing)?|lied|deceiv\w+|fa[cç]ade|evad(?:e|ed|es|ing)|circumvent\w*|bypass\w*)\b",
    ),
    (
        2,
        r"\b(?:heavily |over-?)?(?:reliant|dependent|dependency|dependence) on\b|\bdependency\b|\bfollowers rather than\b|\bcan only (?:catch|keep) up\b|\bnot (?:through|by) (?:pure|genuine|real)\b",
    ),
    (
        2,
        r"\bevidence (?:of|that)\b|\bmemo(?:randum)? accusing\b|\b(?:sued|lawsuit|indicted|indictment|found guilty|convicted|fined)\b",
    ),
    (
        1,
        r"\b(?:attack|attacks|campaigns?|scheme|secret(?:ly)?|covert\w*|obfuscated|scrape\w*|harvest(?:s|ed|ing)?|copy(?:ing)?|replicat\w+|extract(?:s|ed|ing)?|vulnerab\w+|weakness|instead of|rather than)\b",
    ),
)
REBUTTAL = _cues(
    (3, rf"\b(?:{_DENY})\b"),
    (
        3,
        r"\b(?:baseless|unfounded|groundless|slander\w*|smears?|smear campaign|fabricat\w+|untrue|absurd|nonsense|hype|hyped|scapegoat|defamat\w+|pretext|witch[- ]hunt|far-fetched)\b",
    ),
    (
        5,
        r"\b(?:claims?|allegations?|accusations?|charges?|narrative|argument)\b.{0,120}\b(?:difficult|hard|impossible) to (?:sustain|justify|defend|believe)|\b(?:claims?|allegations?|accusations?|charges?)\b.{0,60}\b(?:baseless|unfounded|groundless|false|untrue|slander\w*)\b",
    ),
    (
        3,
        r"\b(?:difficult|hard|impossible) to (?:sustain|justify|defend|believe)\b|\bdo(?:es)? not (?:hold|stand) up\b|\bno (?:credible |scientific )?(?:evidence|proof|basis|merit)\b|\bwithout (?:evidence|foundation|merit|basis)\b",
    ),
    (
        2,
        r"\b(?:legitimate|lawful|legal(?:ly)?|within the law|complies|complied|in line with|fully compliant|cleared (?:of|by))\b",
    ),
    (
        2,
        r"\b(?:weakens?|undercuts?|contradicts?|casts? doubt on|calls? into question|at odds with) the (?:\w+ )?(?:narrative|claims?|case|allegations?|accusations?|argument|charge)\b",
    ),
    (
        2,
        r"\b(?:more )?political(?:ly)? (?:than|motivated)|\bironically\b|\bdouble standards?\b|\bprotectionis\w+|\bhegemon\w+|\bbias(?:ed)?\b|\bprejudices?\b|\bpretend\w*\b|\bstrategic anxiety\b|\bfears? (?:fair )?competition\b|\bvested interest|\binterest in discrediting\b",
    ),
    (
        2,
        r"\b(?:did|does|do) not rely on\b|\bregardless of whether\b|\beven without\b|\bindependent(?:ly)? (?:innovation|developed|development)\b|\bindigenous\b|\bown (?:innovation|research|technology|work)\b",
    ),
    (
        1,
        r"\b(?:yet|in fact|in reality|contrary to|on the contrary|nonetheless|nevertheless|overblown|exaggerat\w+|innovat\w+|achievements?|award|peer-reviewed|openly|transparent\w*|stigmati[sz]e|contain(?:ment)? or suppress)\b",
    ),
)
OPEN = _cues(
    (3, r"\?[\"”’]?$"),
    (
        3,
        r"\b(?:remains?|is|are|still) (?:\w+ )?(?:unclear|unknown|uncertain|unresolved|unanswered|contested|undecided|disputed|to be seen|elusive|open)\b|\bremains? to be\b|\bit is not (?:yet )?(?:clear|known)\b",
    ),
    (
        3,
        r"\b(?:no|not|neither|never|yet to)\b[^.;]{0,80}\b(?:been )?(?:verified|confirmed|independently|carried out|established|determined|proven|ruled|analy[sz]ed|published the (?:data|evidence))\b",
    ),
    (
        2,
        r"\b(?:gr[ae]y (?:area|zone)s?|open question|questions? (?:facing|remains?|about|of whether)|raises? questions|fundamental questions|unclear (?:whether|how|if)|whether (?:and how|or not)|pending|jury is still out)\b",
    ),
    (1, r"\b(?:whether|so far|to date|could not be reached|under review|awaiting|no one knows|nobody knows)\b"),
)
DEFINITION = _cues(
    (
        3,
        r"^(?:an? |the )?[\w -]{2,60} (?:is|are) (?:an? |the )?(?:\w+[- ]){0,4}?(?:technique|method|process|practice|procedure|term|type|form|kind|system|device|substance|compound|condition|disease|chemical|tool|instrument|tax|law|rule|mechanism|class|group|family|way|branch|field)\b",
    ),
    (
        3,
        r"\b(?:refers to|is defined as|is known as|is called|means that|works by|(?:a|the) (?:process|technique|method|practice) (?:where|in which|by which|that|of))\b",
    ),
    (
        2,
        r"\b(?:this involves|the (?:technical )?(?:mechanism|process|technique|method|procedure) (?:involves|works|itself|is)|in this process|typically involves|is used (?:to|for|in)|widely used|consists? of|is made (?:of|from|by))\b",
    ),
    (1, r"\b(?:technique|mechanism|in general|typically|usually|generally|for example|such as)\b"),
)
NEUTRAL = _cues(
    (
        2,
        r"\b(?:bill|act|law|regulation|rules?|summit|meeting|launched|unveiled|released|announced|scheduled|introduced|is reviewing|proposed|requires?|commits?|signed|election|vote|hearing)\b",
    ),
    (1, r"\b(?:according to|expected to|is expected|is likely|implications?|analysts?)\b"),
)
GENERIC_HEADING = re.compile(
    r"^(?:introduction|background|overview|conclusion|summary|comment|opinion|editorial|insights?|analysis|news|world|business|technology|science|health|sport|sports|politics|culture|video|more|"
    r"about|contact|home|menu|search|related|references|sources?|notes|contents|table of contents|key (?:points|takeaways)|faq)$",
    re.IGNORECASE,
)
CLAIM_ANAPHOR = re.compile(
    r"^(?:that|this|the|these|those|such) (?:\w+ )?(?:claims?|accusations?|allegations?|charges?|suggestions?|assertions?|narrative|asymmetry|contradiction|defen[cs]e)\b",
    re.IGNORECASE,
)
"""How a sentence says that it answers the one before."""

_NEGATED = r"(?:n['’]t|\s(?:never|not)\b)"
_BY_FORM = (
    re.compile(
        rf"\b(?:we|i|our(?: [\w-]+){{1,3}}?|nobody here|none of us) (?:(?:have|has|had|did|do|does|are|were|was|is|would|will|ca|wo)(?: (?:simply|certainly|absolutely|also|ourselves))?{_NEGATED}|never\b|(?:have|had|used|took|made|sold|gave|paid|held) (?:no|nothing|none)\b)"
    ),
    re.compile(
        r"^(?:and |but )?(?:no|not one|not a single|none of (?:the|our)) [\w’'-]+(?: [\w’'-]+){0,4}? (?:was|were|is|are|has been|have been|had been|has ever been|have ever been)(?: \w+ly| ever)? (?!\w*ing\b)[\w-]+"
    ),
    re.compile(r"\b(?:was|were|had to|we|our)\b.{0,120}\bbecause\b"),
)
"""How whoever is charged with something denies or explains it without a word of denying."""
_NO_ANSWER = re.compile(
    r"\b(?:comment\w*|know|knew|decid\w+|yet|discuss\w*|understand|want\w*|expect\w*|seen|received|sure|certain|able|wait\w*|think|believe|until|unless|if)\b|\bjust\b|\bonly\b|\bsorry\b|\bproud\b|\bnot enough\b"
)
"""What else "we" do not do: comment, know, decide."""


def answers_by_form(words: str) -> bool:
    """Whether direct speech denies or explains a deed by its form: "We have never ...", "No valve was opened", "It was shut because ...".

    A question, or what its speaker does not know or will not say, answers nothing.
    """
    lower = words.lower().strip()
    if lower.endswith("?") or _NO_ANSWER.search(lower):
        return False
    return any(pattern.search(lower) for pattern in _BY_FORM)


TABLES = (ALLEGATION, REBUTTAL, OPEN, DEFINITION, NEUTRAL)


@lru_cache(maxsize=8192)
def hits(text: str) -> tuple[tuple[bool, ...], ...]:
    """For each of `TABLES`, which of its cues are found in `text`; kept, because several steps ask for the same sentence."""
    lower = text.lower()
    return tuple(tuple(pattern.search(lower) is not None for _, pattern in table) for table in TABLES)


def scores(text: str) -> tuple[int, ...]:
    """For each of `TABLES`, the sum of the weights of its cues found in `text`, each counted once."""
    return tuple(
        sum(weight for (weight, _), hit in zip(table, found, strict=True) if hit)
        for table, found in zip(TABLES, hits(text), strict=True)
    )
