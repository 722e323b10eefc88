"""Charges: allegations grouped by who alleges and what, and the answers to each.

An answer is paired with a charge only where the text ties it to that charge: it follows it and points back ("that claim"), or it follows in the
same paragraph and names the accuser. What answers "the accusations" as a whole stays unpaired: a false pairing misleads more than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.analysis import cues, names
from generator.analysis.caveats import marked_unverified
from generator.analysis.claims import speaker_name
from generator.model import Answer, AnswerKind, BlockKind, Charge, Claim, Party, Passage, Role, Side, Topic

_AS_A_WHOLE = re.compile(
    r"^the (?:\w+ )?(?:claims|accusations|allegations|charges|suggestions|assertions)\b", re.IGNORECASE
)
_POINTS_BACK = re.compile(r"^(?:this|that|these|those|such)\b", re.IGNORECASE)
_KINDS: tuple[tuple[AnswerKind, re.Pattern[str]], ...] = (
    (AnswerKind.CONCEDES, re.compile(r"\b(?:acknowledg\w+|conced\w+|admit\w+|apologi[sz]\w+)\b", re.IGNORECASE)),
    (
        AnswerKind.DENIES,
        re.compile(
            r"\b(?:den(?:y|ied|ies)|reject\w*|dismiss\w*|baseless|unfounded|groundless|slander\w*|smears?|untrue|false|refut\w+)\b",
            re.IGNORECASE,
        ),
    ),
    (
        AnswerKind.DOUBTS,
        re.compile(
            r"\b(?:weakens?|undercuts?|no evidence|without evidence|did not rely|does not rely|challenged|scrutiny|verif\w+|not explain|difficult to sustain|regardless of whether)\b",
            re.IGNORECASE,
        ),
    ),
    (
        AnswerKind.TURNS_BACK,
        re.compile(
            r"\b(?:ironically|hegemon\w+|containment|prejudices?|protectionis\w+|politically|politici[sz]\w+|stigmati[sz]\w+|double standards?|hypocri\w+|fears (?:fair )?competition|pretext)\b",
            re.IGNORECASE,
        ),
    ),
)


_THE_CHARGES = re.compile(
    r"\b(?:the|these|such|those|all)\s+(?:\w+\s+)?(?:allegations?|accusations?|claims|charges|memo|report)\b",
    re.IGNORECASE,
)
_DENIES_IT = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed)|refut(?:es|ed))\s+(?:this|that|it\b|(?:the|this|that) (?:allegation|accusation|claim|charge|report|finding)s?)",
    re.IGNORECASE,
)


def charges(found: Sequence[Claim], passages: Sequence[Passage], topic: Topic) -> tuple[Charge, ...]:
    """The charges, the most specific first."""
    by_id = {claim.id: claim for claim in found}
    said = [claim for claim in found if _is_said(claim)]
    made = [
        *(
            _charge(topic, group, passages, by_id, counter=False)
            for group in _grouped(topic, (c for c in said if c.role is Role.ALLEGATION))
        ),
        *(
            _charge(topic, group, passages, by_id, counter=True)
            for group in _grouped(topic, (c for c in said if _turns_back(c)))
        ),
    ]
    return tuple(sorted(made, key=lambda charge: (-specificity(topic, charge), charge.claims[0].id)))


def _turns_back(claim: Claim) -> bool:
    """Whether a rebuttal charges the accusers in return."""
    return (
        claim.role is Role.REBUTTAL
        and bool(claim.passages[0].speaker)
        and answer_kind(claim.passages[0]) is AnswerKind.TURNS_BACK
    )


def _grouped(topic: Topic, found: Iterable[Claim]) -> list[list[Claim]]:
    """Claims of one accuser about one matter."""
    groups: list[list[Claim]] = []
    for claim in found:
        home = next((group for group in groups if _one_matter(topic, group, claim)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _is_said(claim: Claim) -> bool:
    return claim.passages[0].sure and any(p.block is not BlockKind.HEADING for p in claim.passages)


def _one_matter(topic: Topic, group: Sequence[Claim], claim: Claim) -> bool:
    """Whether a claim goes with a charge: the same accuser, in the same paragraph, or under the same lead-in."""
    accuser = speaker_name(topic, claim.passages[0])
    if any(speaker_name(topic, other.passages[0]) != accuser for other in group):
        return False
    return any(_near(a, b, bool(accuser)) for other in group for a in other.passages for b in claim.passages)


def _near(a: Passage, b: Passage, named: bool) -> bool:
    if a.source != b.source or a.article != b.article:
        return False
    if a.paragraph == b.paragraph:
        return True
    listed = BlockKind.ITEM in (a.block, b.block)
    return named and listed and abs(a.order - b.order) <= 8


def _charge(
    topic: Topic, group: Sequence[Claim], passages: Sequence[Passage], by_id: dict[str, Claim], *, counter: bool
) -> Charge:
    ordered = sorted(group, key=lambda claim: (-weight(topic, claim.passages[0]), claim.id))
    accuser = speaker_name(topic, ordered[0].passages[0])
    answers = (
        {}
        if counter
        else {
            answer.claim.id: answer
            for claim in ordered
            for p in claim.passages
            for answer in _answers(topic, p, passages, by_id)
        }
    )
    return Charge(
        heading=heading(ordered[0].passages[0]),
        accuser=accuser,
        claims=tuple(ordered),
        answers=tuple(
            answers[key]
            for key in sorted(answers, key=lambda key: (by_id[key].passages[0].source, by_id[key].passages[0].order))
        ),
        counter=counter,
    )


def _answers(topic: Topic, charge: Passage, passages: Sequence[Passage], by_id: dict[str, Claim]) -> list[Answer]:
    """What answers a passage, by where it stands and how it points back."""
    following = [
        p for p in passages if p.source == charge.source and p.article == charge.article and p.order > charge.order
    ]
    accuser = names.party_in(topic, charge.speaker) if charge.speaker else None
    found: list[Answer] = []
    paired = 0
    for distance, passage in enumerate(following[:6], 1):
        if passage.role is Role.ALLEGATION and passage.paragraph != charge.paragraph:
            break
        if passage.role is not Role.REBUTTAL or not passage.sure or passage.claim not in by_id:
            continue
        ground = _ground(passage, charge, distance - paired, accuser, bool(found))
        if ground:
            paired = distance
            found.append(Answer(by_id[passage.claim], answer_kind(passage), ground))
    if not found and accuser is not None and _only_accuser(topic, charge, passages):
        found = [
            Answer(
                by_id[p.claim], answer_kind(p), "the article tells of one accuser only, and it answers the accusations"
            )
            for p in following
            if p.role is Role.REBUTTAL and p.sure and p.speaker and p.claim in by_id and _THE_CHARGES.search(p.text)
        ]
    return found


def _only_accuser(topic: Topic, charge: Passage, passages: Sequence[Passage]) -> bool:
    """Whether no other party on the accusing side accuses in the article of the charge."""
    here = (
        p for p in passages if p.source == charge.source and p.article == charge.article and p.role is Role.ALLEGATION
    )
    parties = (names.party_in(topic, p.speaker) for p in here if p.speaker)
    accusers = {party.name for party in parties if party is not None and party.side is Side.ACCUSES}
    return accusers <= {speaker_name(topic, charge)}


def _ground(passage: Passage, charge: Passage, gap: int, accuser: Party | None, chained: bool) -> str:
    if gap == 1 and not chained and cues.CLAIM_ANAPHOR.match(passage.text) and not _AS_A_WHOLE.match(passage.text):
        return "it follows the charge and points back to it"
    if gap == 1 and not chained and passage.paragraph == charge.paragraph and _POINTS_BACK.match(passage.text):
        return "it follows the charge in the same paragraph and points back to it"
    if (
        gap == 1
        and not chained
        and passage.speaker
        and passage.speaker != charge.speaker
        and _DENIES_IT.search(passage.text)
    ):
        return "it follows the charge and denies it"
    names_accuser = accuser is not None and any(
        re.search(rf"(?<!\w){re.escape(n)}(?!\w)", passage.text) for n in accuser.names
    )
    if names_accuser and (passage.paragraph == charge.paragraph or chained):
        return "it follows the charge and names the accuser"
    return ""


def answer_kind(passage: Passage) -> AnswerKind:
    """How a rebuttal meets what it answers; justifying is what remains."""
    return next((kind for kind, pattern in _KINDS if pattern.search(passage.text)), AnswerKind.JUSTIFIES)


def weight(topic: Topic, passage: Passage) -> int:
    """How specific one passage is: figures, days, named accused, a named speaker."""
    accused = sum(1 for party in topic.parties if party.side is Side.ACCUSED and names.mentions(party, passage.text))
    days = sum(1 for date in passage.dates if len(date.value) == len("2026-04-23"))
    return (
        3 * min(len(passage.numbers), 3)
        + 2 * min(accused, 3)
        + days
        + 2 * bool(passage.speaker)
        - 6 * marked_unverified(passage.caveats)
    )


def specificity(topic: Topic, charge: Charge) -> int:
    """How specific a charge is; one without a speaker never leads."""
    best = max(weight(topic, claim.passages[0]) for claim in charge.claims)
    return best if charge.accuser else best - 100


_FIGURE_TAIL = re.compile(r"(?:\s+[a-z][\w-]*){1,3}")
_ACCUSED_OF = re.compile(r"\baccus\w+\b.{0,160}?\bof\s+(?P<content>.+)", re.DOTALL)
_INNER = re.compile(r"[“\"](?P<words>[^”\"]+)[”\"]")
_CONTENT = re.compile(r"(?:\w+\s){0,8}?(?:that|of|about|as)\s+(?P<content>\S+\s+\S+.*)", re.DOTALL)
_LONGEST = 11
"""Most words of a heading."""
_TOLD = re.compile(r"\b(?:that|how)\s+(?P<content>.+)", re.DOTALL)
_ENOUGH = 4
"""Least words of a heading; fewer say too little."""
_LEANS = re.compile(
    r"(?:a|an|the|and|or|of|to|in|on|at|by|for|with|from|as|that|which|may|might|can|could|will|would|have|has|had|be|is|are|was|were|its|their|his|her|not|such|so|so-called|about|into|than|through|under|over|between)",
    re.IGNORECASE,
)


def heading(passage: Passage) -> str:
    """Words of the passage that name the charge: a figure with what it counts, words it quotes, else how its predicate begins."""
    for number in passage.numbers:
        at = passage.text.find(number.words)
        tail = _FIGURE_TAIL.match(passage.text, at + len(number.words)) if at >= 0 else None
        if tail and number.unit and number.unit in tail[0]:
            return number.words + tail[0][: tail[0].index(number.unit) + len(number.unit)]
    predicate = passage.text[max(passage.predicate, 0) :]
    accused_of = _ACCUSED_OF.search(predicate)
    matter = accused_of["content"] if accused_of else predicate
    said = [m["words"].strip(" ,.") for m in _INNER.finditer(matter)]
    content = _CONTENT.match(predicate)
    candidates = (
        _clause(matter) if accused_of else "",
        *(words if len(words.split()) <= _LONGEST else _clause(words) for words in said if len(words.split()) >= 3),
        _clause(content["content"]) if content else "",
        _clause(told["content"]) if (told := _TOLD.search(predicate)) else "",
    )
    return next(
        (words for words in candidates if len(words.split()) >= 3 and _says_enough(words, said)), _clause(predicate)
    )


def _says_enough(words: str, said: Sequence[str]) -> bool:
    """Words that the passage quotes may be few; others need a few more."""
    return len(words.split()) >= _ENOUGH or any(quoted.startswith(words) for quoted in said)


def _clause(words: str) -> str:
    """The beginning of a clause, cut at punctuation or after some words, never after a word that leans on the next nor inside a quotation."""
    kept = re.split(r"[,;:—(]|(?<=[a-z]{2})\.(?=\s|$)", words.strip(' ,.“”"'))[0].split()[:_LONGEST]
    while len(kept) > 1 and len(re.findall('[“”"]', " ".join(kept))) % 2:
        kept.pop()
    while len(kept) > 3 and _LEANS.fullmatch(kept[-1]):
        kept.pop()
    return " ".join(kept)
