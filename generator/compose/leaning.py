"""Sentences that lean on the one before them, and what can be quoted of them all the same.

Three ways, tried in this order: a connective at the front is left out where what follows stands alone; the sentence is quoted together with the
one that it leans on; under the charge that it points back to it may lean on the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.compose.pointing import points_outside
from generator.model import BlockKind, Passage, Role

_THINGS = (
    "company|firm|startup|start-up|document|memo|memorandum|cable|report|bill|paper|accusation|practice|technique|move|launch|decision|claim|announcement|"
    "ruling|statement|study|researchers|two|three|group|agency|officials|response|measures?|plan|proposal"
)
_FORMAL = (
    r" (?:is|was|remains|remained|stays|has been)(?: \w+){0,2}? (?:unclear|unknown|uncertain|unresolved|undecided|disputed|clear|known|certain|"
    r"settled|decided|established|worth [a-z]+ing|important|notable|striking|obvious|evident|no (?:secret|accident|coincidence|surprise)|possible|impossible|likely|unlikely|difficult|hard|true|said|alleged|reported|believed|thought|understood)"
    r" (?:whether|that|how|what|when|where|who|why|which|if|to)\b"
)
"""After a subject that stands for nothing before it: "It is not yet known whether ..."."""
_DANGLING = re.compile(
    r"^(?!the (?:[a-z-]+ )?[a-z-]+ (?:that|of|by|to|who|whose|whom|where)\b)[\"“'‘]?"
    rf"(?:this|these|that|those|such|it(?!{_FORMAL})|they|he|she|its|their|his|her|both|similar|here|there|(?:all|each|many|most|none|one|some|two) of (?:them|these|those|it)|the former|the latter|another|others|neither|either|"
    rf"the (?:(?-i:[a-z][a-z-]*|[A-Z]\w+-based) ){{0,2}}(?:{_THINGS}))\b"
    r"|^(?:none|others|both|two|three) (?:did|do|does|was|were|had|have|has|is|are|could|would|can|will)\b"
    r"|^all (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\b(?! [a-z]+s\b)|^\([a-z0-9]{1,4}\) [a-z]"
    r"|^(?:not (?:a single )?one|the other \w+)\b(?! of [a-z]+ [a-z]+s)"
    r"|^(?:in|against|by|for|with|through|under|despite|after|before|from|beyond|to) (?:this|that|these|those|contrast|addition|response|turn|short|particular|doing so|date)\b"
    r"|^(?:yet|but|however|instead|moreover|furthermore|also|therefore|thus|still|meanwhile|then|ironically|similarly|likewise|in contrast|on the same day|around the same time)\b",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    r"(?:(?:However|Yet|But|And|So|Moreover|Furthermore|Nevertheless|Nonetheless|Meanwhile|Instead|Still|Also|Therefore|Thus|Similarly|Likewise|Ironically|Indeed|"
    r"In (?:addition|contrast|response|turn|short|particular)|By contrast|To date|(?:On|Around|At|In|During) the same (?:day|time|week|month|year)),"
    r"|(?:Yet|But|And))\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_KEEPS_ITS_SENSE = re.compile(r"(?!(?:rather|also|only|even|not|instead|so|still|neither|nor)\b)", re.IGNORECASE)
_OPENING = re.compile(r"^(?:In|On|At|By|Since|During|After|Before|For|According to)\b[^,]{1,60}, ")
_LATE_SUBJECT = re.compile(
    r"^(?:In|On|At|By|Since|During|After|Before|For|From|With|To)\b(?:\s+[\w'’-]+){1,5}?\s+(?:it|he|she|they|(?:this|that|these|those) (?:is|was|are|were))\b"
    r"|^[A-Z][^A-Z,.;:]{3,80}, (?:it|he|she|they)\b"
    r"|^(?:Will|Would|Did|Does|Do|Is|Are|Was|Were|Has|Have|Had|Can|Could|Should|May|Might) (?:she|he|they|this|that|these|those)\b"
)
"""A pronoun as subject after an opening that names nobody: "In a short statement it cited ...", "Asked on the way out, he said ...", "Will she say ..."."""
_SPOKEN = re.compile(
    r"(?:(?:and|but|so|because|yet) )*(?:this|these|those|they|he|she|such|both|it(?! (?:is|was|would|will|['’]s|takes|seems|remains) [^.]*\b(?:that|to|when|if)\b)|its|their|his|her"
    r"|(?:I|we|you) (?:cannot|can['’]t|do not|don['’]t|did not|didn['’]t|do|did|will|would|have|had|am|are|were|was)(?=[,.;])"
    r"|that(?:['’]s| (?:is|was|would|will|has|had))|none|neither|not one|the other)\b",
    re.IGNORECASE,
)
_ON_OTHERS = re.compile(
    r"(?:both|neither|either|the (?:two|three|former|latter)|others|another|similar)\b", re.IGNORECASE
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do|says?|said)\b|n['’]t\b"
)
_GOES_ON = re.compile(
    r"(?!(?:the|an?|its|our|their|his|her|my|no|all|some|many|most|there)\b)[a-z]+ (?:in|on|at|for|to|with|from|into|a|an|the|your|our|their)\b"
)
"""An item that goes on with the sentence that leads to it: "ride for two firms at a time;"."""
_GERUND = re.compile(r"(?:[^:]{1,60}: )?[A-Z][a-z]+ing\b")
"""An item that tells what somebody does: "Fog: Chilling a hall to hide ..."."""
_TOGETHER = 55
"""Most words of a quotation that takes in the sentences before; longer ones nobody reads to the end (judged on drafts of eight topics of the bank)."""


def leans(words: str) -> bool:
    """Whether a sentence opens with a word whose meaning stands in a sentence before it, also after "In January 2025,"."""
    return bool(_DANGLING.search(words) or _DANGLING.search(_OPENING.sub("", words)) or _LATE_SUBJECT.search(words))


def spoken_words_lean(words: str) -> bool:
    """Whether words of a speaker lean on what they said before: "They came out of the deep in a line"."""
    return bool(_SPOKEN.match(words)) or bool(_LATE_SUBJECT.search(words))


def lacks_its_lead_in(passage: Passage) -> bool:
    """Whether an item of a list is no sentence, so that what it tells of, and of whom, stands in the words that lead to the list."""
    words = passage.text.rstrip()
    dated = any(words.startswith(date.words) for date in passage.dates)
    ended = words.endswith((".", "?", "!", "”", '"')) or passage.predicate >= 0
    whole = ended or (bool(_FINITE.search(words)) and not _GERUND.match(words))
    goes_on = bool(_GOES_ON.match(words))
    return passage.block is BlockKind.ITEM and not dated and (goes_on or not whole)


def leans_on_others(words: str) -> bool:
    """Whether it opens with what cannot be the charge that it stands under: "Both companies ..."."""
    return bool(_ON_OTHERS.match(words))


def without_connective(words: str) -> str:
    """The words without a connective at the front ("However, ..."), where what follows stands alone; "" where it does not.

    The connective sets the sentence against the one before it, which is not quoted; a contrast inside the words stays.
    """
    match = _CONNECTIVE.match(words)
    if match is None or leans(match["rest"]) or not _KEEPS_ITS_SENSE.match(match["rest"]):
        return ""
    return match["rest"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reader of the article has read before a passage, and what a reader of the page knows."""

    before: Sequence[Passage] = ()
    """The passages of its paragraph before it, the nearest last."""
    known: frozenset[str] = frozenset()
    """Stems of what the explainer is about."""
    above: str = ""
    """Words that stand right above it on the page."""

    def points_outside(self, passage: Passage, words: str, speaker: str = "", *, own_words: bool = False) -> str:
        """The noun phrase of a passage's words that points to a sentence before them; "" where there is none.

        `speaker` is who is named before the words, "" where nobody is; who answers speaks of "the company" as their own. In the speaker's `own_words`
        no pronoun of the third person is the speaker.
        """
        return points_outside(
            words,
            self.known,
            above=self.above,
            speaker="" if own_words else speaker,
            own=bool(speaker) and passage.role is Role.REBUTTAL,
        )


def reach_back(passage: Passage, before: Sequence[Passage], outside: Callable[[Passage, str], str]) -> str:
    """The passage together with the sentences before it that it leans on, within its paragraph; "" where they cannot be quoted as one.

    `before` are the passages of its paragraph before it, the nearest last; `outside` gives the noun of the words from a passage on that points
    further back.
    """
    words = passage.text
    for earlier in reversed(before):
        if not _goes_with(earlier, passage):
            return ""
        words = f"{earlier.text} {words}"
        if len(words.split()) > _TOGETHER:
            return ""
        if not leans(earlier.text) and not outside(earlier, words):
            return words
    return ""


def _goes_with(earlier: Passage, passage: Passage) -> bool:
    """Whether two sentences can stand in one quotation: one paragraph, not a charge with its answer, and whose words they are stays plain.

    Where they have different speakers, each that has one names it itself, and the carrier is quoted for both.
    """
    if (earlier.paragraph, earlier.article) != (
        passage.paragraph,
        passage.article,
    ) or earlier.block is BlockKind.HEADING:
        return False
    if {earlier.role, passage.role} >= {Role.ALLEGATION, Role.REBUTTAL}:
        return False
    return earlier.speaker == passage.speaker or all(p.speaker in p.text for p in (earlier, passage))
