"""Whether a sentence says what the contested thing is, how it works, what kinds there are, or what it is not: what a definition page may hold.

Its subject is the thing or a term of the topic, or it defines something by a noun ("An X is a ..."), and its verb tells of a lasting state. What should
or would be done about the thing is policy. Of labelled definitions of the bank a quarter has this form, of other sentences one in thirty; a short page
of what surely defines serves a reader better than a long one of what stands near it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.compose.leaning import leans
from generator.model import Topic

_OPENING = re.compile(
    r"^(?:(?:According to|In|On|At|By|Under|With|During|As|For|Unlike|Technically|Broadly|Strictly)\b[^,]{0,60}, )?"
)
_LASTS = (
    r"(?:is|are|means?|refers? to|describes?|consists? of|involves?|comprises?|works?|allows?|lets?|enables?|transfers?|uses?|rel(?:y|ies)|requires?|needs?|takes?|turns?"
    r"|makes?|serves?|helps?|differs?|happens?|occurs?|(?:has|have)(?! (?:been|not|yet|also|already|become|begun|[a-z]+ed)\b)|can|may|do(?:es)? not|cannot|contains?|holds?"
    r"|covers?|measures?|produces?|carr(?:y|ies)|gives?|begins?|starts?|forms?|comes?|go(?:es)?|removes?|adds?|matches|breaks?|keeps?|records?|blocks?|protects?|prevents?"
    r"|reduces?|cuts?|trains?|learns?)\b"
)
_VERB = re.compile(rf"\b{_LASTS}")
_POLICY = re.compile(
    r"\b(?:would|should|must|shall|will|ought|could|might|(?:is|are) (?:expected|being|considering|reviewing|planning|focusing)|plan(?:s|ned)|propos\w+|accus\w+|alleg\w+)\b",
    re.IGNORECASE,
)
_BY_A_NOUN = re.compile(
    r"(?P<subject>(?!(?:it|this|that|he|she|they|there|these|what|we|you|I|nothing|one|here)\b)[^,.;:]{2,60}?)(?:,[^,]{3,60},| \([^)]*\))? (?:is|are|means?|refers? to) "
    r"(?:(?:not|simply|only|usually|normally|in principle,?|nothing but) )*(?:an?|any|when|what|how|the (?:name|term|practice|process|use|act|art|part|share))\b",
    re.IGNORECASE,
)
_ANY_SUCH = re.compile(rf"An? (?P<subject>[^,.;:]{{3,40}}?)(?:,[^,]{{3,60}},)? {_LASTS}")
_CALLED = re.compile(
    r"\b(?:called|known as|(?:kinds?|types?|forms?|ways?|methods?|term for|name for|process) of)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_BEFORE, _BETWEEN, _SUBJECT = 3, 4, 6
"""Words before the term, between it and its verb, and of a subject that is no term: "Residues of the", "of large models", "A licence for a short sample".
More of them and the term is no longer what the sentence is about; set by reading what passes of the bank's definitions and what of its context."""


def defines(words: str, topic: Topic) -> bool:
    """Whether the words say what the topic's thing, or something by which it works, is."""
    first, *further = re.split(r"(?<=[.!?]) (?=[A-Z])", words)
    if any(_POLICY.search(one) or not _VERB.search(one) for one in further):
        return False
    body = first[_OPENING.match(first).end() :]  # type: ignore[union-attr]  # it matches nothing at the least
    verb = _VERB.search(body)
    if verb is None or _POLICY.search(body) or leans(body):
        return False
    if _names_no_party(_BY_A_NOUN.match(body), topic) or _names_no_party(_ANY_SUCH.match(body), topic):
        return True
    term = _terms(topic.subject, topic.terms).search(body)
    if term is None:
        return False
    if term.start() > verb.start():
        return bool(_CALLED.search(body[: term.start()]))
    between = body[term.end() : verb.start()]
    beside = len(between.split()) <= _BETWEEN or between.lstrip().startswith((",", "(", "—"))
    return beside and len(body[: term.start()].split()) <= _BEFORE


def _names_no_party(match: re.Match[str] | None, topic: Topic) -> bool:
    """Whether there is a subject, and it is a kind of thing and nobody of the dispute."""
    if match is None or len(match["subject"].split()) > _SUBJECT or re.search(r"\d{4}", match.string):
        return False
    return not any(name in match["subject"] for party in topic.parties for name in party.names)


@lru_cache(maxsize=64)
def _terms(subject: str, terms: tuple[str, ...]) -> re.Pattern[str]:
    bare = {re.sub(r"^(?:an?|the) ", "", term) for term in (subject, *terms)}
    longest_first = sorted(bare, key=lambda term: (-len(term), term))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?:s|es)?\b", re.IGNORECASE)
