"""How an answer meets what it answers: it concedes, denies, doubts the evidence, turns the charge back, or justifies.

Of several the strongest that is said counts, in this order; justifying is what remains.
"""

from __future__ import annotations

import re

from generator.analysis.whose import Whose
from generator.model import AnswerKind, Passage, Role, Side

_CONCEDES = re.compile(
    r"\b(?:acknowledg(?:e|es|ed|ing)|conced(?:e|es|ed|ing)|admit(?:s|ted|ting)?|apologi[sz](?:e|es|ed|ing)|regret(?:s|ted)?|confess(?:es|ed)?|grant(?:s|ed)? that|"
    r"accept(?:s|ed)? (?:the|that|this|responsibility|blame|\w+['’]s)\b.{0,40}?(?:criticism|finding|charge|responsib|blame|fault)|(?:was|were) right about|"
    r"(?:made|was|were) (?:a |our )?mistakes?|owned up|confirm(?:s|ed) that)\b",
    re.IGNORECASE,
)
_NOT_CONCEDING = re.compile(
    r"\b(?:not|never|refus\w+ to|declin\w+ to|without|did not|does not|yet to)\s+(?:\w+\s+)?(?:acknowledg|conced|admit|apologi|regret|confess|accept)|\bregrettabl",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)? (?!\d)(?:the|this|that|it|these|those|as|all|any|such|\w+['’]s)|refut(?:e|es|ed|ing)|rebut(?:s|ted)?|contradict(?:s|ed)?|"
    r"baseless|unfounded|groundless|slander\w*|smears?|untrue|false|falsehoods?|lies|fabricat(?:ed|ions?)|inventions?|invented|nonsense|absurd|fiction|fairy tale|"
    r"wrong (?:from|on|about|in)|(?:is|are|was|were) (?:simply |plainly |flatly )?wrong|nothing of the (?:kind|sort)|no truth)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:never|nobody|no one|not (?:a|one|a single|any)|nothing|none|at no (?:time|point)|(?:there (?:is|was|were|are)|has|have|had|did) (?:not|no)|do(?:es)? not|no [a-z]+ (?:was|were|is|are|has|have|had|holds?|fell|ever))\b",
    re.IGNORECASE,
)
_EVIDENCE = (
    r"(?:evidence|proof|figures?|numbers?|claims?|reports?|memo(?:randum)?|petition|notice|circular|letters?|complaint|study|survey|photo(?:graph)?s?|pictures?|images?|videos?|footage|invoices?|"
    r"samples?|tests?|measurements?|data|witness(?:es)?|inventory|statistics|method(?:s|ology)?|documents?|sources?|laboratory|experts?|narrative|analysis|estimates?|accounts?|testimony|recount|case|allegations?|accusations?|charges?)"
)
_DOUBTS = re.compile(
    rf"\b(?:weakens?|undercuts?|undermines?|casts? doubt|no evidence|without evidence|no proof|only evidence|lacks? evidence|difficult to sustain|hard to sustain|does not fit|do not fit|"
    r"(?:did|does|do) not rely|not (?:explain|show|say|prove|support|establish)(?:s|ed|n)?|(?:cannot|can not|could not|fails? to|failed to) (?:explain|show|prove|support|establish|tell)|scrutiny|unproven|"
    r"counted .{0,40}\b(?:twice|double)|mix(?:ed|es) up|rest(?:s|ed)? (?:only |solely |mainly |largely )?on|rel(?:y|ies|ied) (?:only |solely |mainly |largely )?on|comes? from (?:a single|one|only)|"
    r"not accredited|incomplete|undated|out of context|cherry.?pick\w*|has shown none|have shown none|challenged by|contradicted by|regardless of whether|hearsay|anonymous|unnamed)\b"
    rf"|\b{_EVIDENCE}\b.{{0,60}}?\b(?:shows? (?:no|empty|only)|names? no|nam(?:es|ed) not|quotes? (?:no|not)|gives? (?:no|neither)|neither|holds? no|(?:was|were|is) (?:measured|taken|counted|made)|measured|counts?|compared|includes?|mixes)\b"
    rf"|\b(?:has|have|had) (?:named|shown|produced|offered|presented|given|published) (?:no|none|neither|not one)\b|\b(?:no|not one|only one|a single) (?:independent |named )?(?:witness|expert|document|photograph|source|laboratory)\b",
    re.IGNORECASE,
)
_TURNS_BACK = re.compile(
    r"\b(?:ironically|hegemon\w+|containment|prejudices?|protectionis\w+|politically|more political|politici[sz]\w+|stigmati[sz]\w+|double standards?|hypocri\w+|fears? (?:of )?(?:fair )?competition|pretext|"
    r"smear campaign|campaign (?:by|of|against)|witch.?hunts?|man(?:o?eu)v(?:er|re)s?|scapegoat\w*|villains?|sore losers?|excuses?|ulterior|motives?|(?:stands?|lies?) behind|behind the (?:accusations?|allegations?|charges?|claims?)|"
    r"(?:in order )?to (?:escape|avoid|distract|divert|deflect|discredit|damage|harm|smear|weaken|silence|cover up)|interest in (?:discrediting|harming|damaging)|commercial (?:and \w+ )?interests?|"
    r"(?:its|their|his|her) own (?:\w+ )?(?:appeals?|interests?|failures?|mistakes?|profits?|faults?)|expense of|liv(?:es?|ing) (?:on|off)|fund-?raising|election present|invent(?:s)? (?:fraud|scandals?)|"
    r"campaign (?:to|that)|wage talks|gambled|strategic anxiety|seeks? to (?:preserve|protect|contain)|itself (?:uses?|used|does|did|lives))\b",
    re.IGNORECASE,
)
_ACCUSES = re.compile(r"\b(?:accus|blam|alleg)(?:e|es|ed|ing)\b", re.IGNORECASE)
_CRITICS = re.compile(r"\b(?:critics|accusers?|opponents|rivals|competitors|campaigners|lawyers)\b", re.IGNORECASE)
_WITHDRAWN = re.compile(r"\bnot because of\b|\bnot (?:only|because|just)\b", re.IGNORECASE)

_NO_COMMENT = re.compile(
    r"\b(?:(?:has|have|had|did|do|does|would|will|could) (?:\w+ )?not|(?:did|do|does|would|will)n['’]t|never|declin(?:e|es|ed|ing) to|refus(?:e|es|ed|ing) to|without|no)\s+"
    r"(?:immediately |publicly )?(?:comment(?:ed|ing)?|respon(?:d|ded|ding|se)|repl(?:y|ied)|answer(?:ed)?(?=[.,;]|$| (?:to )?(?:questions?|calls?|requests?|e-?mails?)\b))\b",
    re.IGNORECASE,
)


def declines(passage: Passage) -> bool:
    """Whether nothing is said but that nothing will be: "does not comment on single employers". That is no answer."""
    rest, silences = _NO_COMMENT.subn(" ", passage.text)
    if not silences:
        return False
    answering = (_CONCEDES, _DENIES, _DOUBTS, _TURNS_BACK, _NEVER)
    return not any(pattern.search(rest) for pattern in answering)


def answer_kind(passage: Passage, whose: Whose | None = None) -> AnswerKind:
    """How a rebuttal meets what it answers. `whose` tells the sides apart: only the accused can deny, and only somebody can be accused in return."""
    text = passage.text
    if _CONCEDES.search(text) and not _NOT_CONCEDING.search(text):
        return AnswerKind.CONCEDES
    if _DENIES.search(text):
        return AnswerKind.DENIES
    if whose is not None and _accuses_in_return(passage, whose):
        return AnswerKind.TURNS_BACK
    if _DOUBTS.search(text):
        return AnswerKind.DOUBTS
    if _TURNS_BACK.search(text):
        return AnswerKind.TURNS_BACK
    if passage.speaker and _NEVER.search(_WITHDRAWN.sub(" ", text)):
        return AnswerKind.DENIES
    return AnswerKind.JUSTIFIES


def says_how(passage: Passage) -> bool:
    """Whether the words themselves say that something is answered, denied, doubted, conceded or turned back."""
    text = passage.text
    return any(p.search(text) for p in (_CONCEDES, _DENIES, _DOUBTS, _TURNS_BACK, _ANSWERS))


_ANSWERS = re.compile(
    r"\b(?:repl(?:y|ies|ied)|respon(?:d|ds|ded|se)|answer(?:s|ed|ing)?|counter(?:s|ed)|rejoin(?:s|ed)|asked about|disput(?:e|es|ed)|challeng(?:e|es|ed)|defend(?:s|ed))\b",
    re.IGNORECASE,
)


def _accuses_in_return(passage: Passage, whose: Whose) -> bool:
    """Whether the accused side accuses: "Sorvan accuses its critics"."""
    if passage.role is not Role.REBUTTAL or whose.side(passage.speaker) is not Side.ACCUSED:
        return False
    at = _ACCUSES.search(passage.text, max(passage.predicate, 0))
    if at is None:
        return False
    rest = passage.text[at.end() :]
    return bool(_CRITICS.search(rest)) or any(whose.side(one.name) is Side.ACCUSES for one in whose.mentioned(rest))
