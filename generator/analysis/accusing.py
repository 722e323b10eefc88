"""Whether a sentence accuses, and whom: an accusation has somebody who is accused or a wrong that was done."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.analysis.whose import Whose
from generator.model import Passage, Role, Side

_ACCUSES = re.compile(
    r"\b(?:accus(?:e|es|ed|ing|ations?)|alleg(?:e|es|ed|ing|edly|ations?)|blam(?:e|es|ed|ing)|charg(?:e|es|ed|ing)\b.{1,80}?\bwith|"
    r"(?:holds?|held|holding)\b.{1,60}?\b(?:responsible|liable)|su(?:e|es|ed|ing)\b|denounc\w+|condemn\w*)\b",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"\b(?:st(?:eal|ole|olen)\w*|theft|thie(?:f|ves)|forg(?:e|ed|es|ery|ing)|fraud\w*|brib\w+|corrupt\w*|kickbacks?|hid|hidden|hid(?:es|ing)|conceal\w*|cover(?:ed|ing)?[ -]up|falsif\w+|false(?:ly)?|"
    r"misl(?:ead|ed)\w*|mislabel\w*|misus\w+|misappropriat\w*|misrepresent\w*|lie[ds]?|lying|cheat\w*|rigg(?:ed|ing)|illegal\w*|illicit\w*|unlawful\w*|unauthori[sz]ed|violat\w+|breach\w*|broke the (?:law|rules)|"
    r"against the (?:law|rules)|abus\w+|exploit\w*|extract\w*|manipulat\w+|copy(?:ing)?|copied|copies|plagiari\w+|pirat\w+|infring\w+|circumvent\w*|evad\w+|evasion|launder\w*|threat\w*|intimidat\w+|harass\w*|"
    r"discriminat\w+|neglig\w+|neglect\w*|fail(?:ed|s|ing)? to|refus\w+|without (?:\w+ )?(?:authori[sz]ation|permission|consent|tender|licen[cs]e|approval|inspections?)|secret(?:ly)?|destroy\w*|damag\w+|harm(?:s|ed|ing|ful)?|"
    r"kill\w*|injur\w+|deaths?|died|poison\w*|pollut\w+|contaminat\w+|dump\w*|danger\w*|unsafe|deceiv\w+|decept\w+|dece(?:it|ption)|inflat\w+|overstat\w+|understat\w+|overcharg\w+|price.?fix\w*|smuggl\w+|sabotag\w*|"
    r"sp(?:y|ied|ying)|espionage|attacks?|counterfeit\w*|fak(?:e|ed|ing)|doping|tamper\w*|collu\w+|cartel|embezzl\w+|never reported|unpaid|wage theft|forced|coerc\w+|unfair\w*|wrong(?:s|ed|ful|fully|doing)?|missing|left out|omitted)\b",
    re.IGNORECASE,
)
_MAY_HAPPEN = re.compile(r"\b(?:could|may|might|would|can|risks?)\b", re.IGNORECASE)
_FORESEES = re.compile(
    r"\b(?:warn(?:s|ed|ing)?|fear(?:s|ed)?|worr(?:y|ies|ied)|caution(?:s|ed)?|concern(?:s|ed)?)\b", re.IGNORECASE
)
_THE_ACCUSED = re.compile(
    r"\b(?:the|these|those|this|its|their|two|three|several|some|both) (?:\w+ ){0,2}?(?:company|companies|firms?|bank|clinics?|club|federation|organi[sz]ers?|manufacturer|maker|producer|ministry|agency|authorities|government|"
    r"office|board|league|association|university|hospital|laboratory|lab|labs|developers?|entities|operator|owner|landlord|employer|council|police|exchange|party|union|group|clerks?|officials?|managers?)\b"
    r"|\b(?:they|he|she|them|him)\b",
    re.IGNORECASE,
)
_ASKS_FORMALLY = re.compile(r"(?:^|[:)]\s*)[“\"]?(?:\d+\.\s+)?To (?:ask|move)\b")
_ANOTHER = re.compile(
    r"\b(?:also|further(?:more)?|separately|moreover|in addition|additionally|besides|on top of that|another|a second|a further)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:accus(?:e|es|ed|ing)\b.{1,160}?\bof\b|alleg(?:e|es|ed) that|charg(?:e|es|ed)\b.{1,80}?\bwith\b|blam(?:e|es|ed)\b.{1,80}?\b(?:for|on)\b|claims? that)",
    re.IGNORECASE,
)


def accuses(passage: Passage, whose: Whose) -> bool:
    """Whether somebody is accused in it, or a wrong is told: a fear of what may happen is neither."""
    text = passage.text
    if asks_formally(text):
        return False
    if accused(passage, whose) or _ACCUSES.search(text):
        return True
    if _FORESEES.search(text) and _MAY_HAPPEN.search(text):
        return False
    if whose.side(passage.speaker) is not Side.NEITHER:
        return True
    return bool(_WRONG.search(text) or _THE_ACCUSED.search(text))


def asks_formally(text: str) -> bool:
    """Whether it is a question or motion on an order paper: it neither charges nor answers."""
    return _ASKS_FORMALLY.search(text) is not None


def accused(passage: Passage, whose: Whose) -> tuple[str, ...]:
    """Parties of the other side that its words name, in their order. Who is on no side accuses the accused, and in a rebuttal the accusers."""
    speaker = passage.speaker
    stands = whose.side(speaker)
    if stands is Side.NEITHER:
        stands = Side.ACCUSED if passage.role is Role.REBUTTAL else Side.ACCUSES
    other = Side.ACCUSES if stands is Side.ACCUSED else Side.ACCUSED
    named = (mention.name for mention in whose.mentioned(passage.text))
    return tuple(
        dict.fromkeys(name for name in named if whose.side(name) is other and not whose.related(speaker, name))
    )


def tells_of_wrong(text: str) -> bool:
    """Whether words of a wrong done stand in the text."""
    return bool(_WRONG.search(text))


def agree(one: Collection[str], other: Collection[str], whose: Whose) -> bool:
    """Whether two sets of accused can be those of one charge: one names nobody, or somebody is in both, himself or through the body he belongs to."""
    return not one or not other or any(whose.related(a, b) for a in one for b in other)


def opens_another(text: str) -> bool:
    """Whether a sentence begins an accusation of its own rather than going on with the one before: "also", "further", "accused ... of"."""
    return bool(_ANOTHER.search(text) or _OPENS.search(text))
