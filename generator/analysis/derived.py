"""What a page may say that no source says: computations over the evidence, done anew at every build.

A derivation is written in a note as `= name argument ...`; `COMPUTATIONS` lists the names. Each is a function of the arguments and the evidence
that says whether the statement still holds, and why.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator import edtf, english, text
from generator.analysis import dates, described, names
from generator.analysis.origins import origins
from generator.analysis.spokespeople import spoken_for
from generator.model import (
    METADATA,
    Analysis,
    Charge,
    Computed,
    Derivation,
    Evidence,
    Listed,
    Listing,
    Party,
    Passage,
    Side,
    Span,
)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a computation may look at."""

    evidence: Evidence
    analysis: Analysis

    def passages_at(self, key: str, words: str) -> tuple[Passage, ...]:
        """The relevant passages of a source in which the words stand."""
        document = self.evidence.documents.get(key)
        places = text.find(words, document.text) if document else ()
        return tuple(
            p
            for p in self.analysis.passages
            if p.source == key
            and p.relevant
            and any(piece.overlap(Span(s.start, s.end)) for piece in p.pieces for s in places)
        )


_WHAT = {"issued": "date", "container-title": "publication", "URL": "address", "type": "kind of text"}
"""Variables of the bibliography that readers know by another word."""

_QUOTED = re.compile(r"[“\"]([^“”\"]*)[”\"]")

Computation = Callable[[Sequence[str], Grounds], Computed]


@dataclass(frozen=True, slots=True)
class Rule:
    """A computation with its usage line."""

    usage: str
    run: Computation
    least: int
    """Least number of arguments."""
    most: int | None
    """Greatest number of arguments, None where there is no bound."""


def compute(derivation: Derivation, evidence: Evidence, analysis: Analysis) -> Computed:
    """Whether the derivation holds over this evidence. Never raises: an unknown name or a wrong argument does not hold, and says why."""
    rule = COMPUTATIONS.get(derivation.name)
    if rule is None:
        near = difflib.get_close_matches(derivation.name, COMPUTATIONS, n=1)
        meant = f"; did you mean “{near[0]}”?" if near else ""
        return Computed(
            False, f"there is no computation “{derivation.name}”{meant} Known: {', '.join(sorted(COMPUTATIONS))}"
        )
    if len(derivation.arguments) < rule.least:
        return Computed(False, f"“{derivation.name}” wants more arguments; usage: {rule.usage}")
    if rule.most is not None and len(derivation.arguments) > rule.most:
        return Computed(False, f"“{derivation.name}” wants fewer arguments; usage: {rule.usage}")
    return rule.run(derivation.arguments, Grounds(evidence, analysis))


def _sources(arguments: Sequence[str], grounds: Grounds) -> Computed:
    found = len(grounds.evidence.sources)
    if arguments[0] != str(found):
        return Computed(False, f"there are {english.counted(found, 'source')} now, not {arguments[0]}")
    return Computed(True, f"Counted: {english.counted(found, 'source')}.")


def _newest(arguments: Sequence[str], grounds: Grounds) -> Computed:
    found = grounds.evidence.newest
    if found is None:
        return Computed(False, "no source has a date")
    newest, value = found
    issued = {key: s.metadata["issued"] for key, s in grounds.evidence.sources.items() if "issued" in s.metadata}
    if arguments[0] != value:
        return Computed(False, f"the newest date among the sources is {value} ({newest}), not {arguments[0]}")
    undated = len(grounds.evidence.sources) - len(issued)
    how = "inferred" if issued[newest].inferred else "stated"
    rest = (
        f"; {undated} of {english.counted(len(grounds.evidence.sources), 'source')} without a date" if undated else ""
    )
    return Computed(
        True,
        f"Compared: the newest date of a source is {edtf.in_words(value)} ({grounds.evidence.sources[newest].name}, {how}){rest}.",
    )


def _unanswered(arguments: Sequence[str], grounds: Grounds) -> Computed:
    key, words = arguments[0], arguments[1]
    passages = grounds.passages_at(key, words)
    if not passages:
        return Computed(False, f"the words “{words}” stand in no passage of “{key}” that is on the topic")
    charges = _charges_at(passages, grounds)
    for charge in charges:
        if charge.answers:
            answer = charge.answers[0].claim.passages[0]
            return Computed(False, f"“{answer.source}” holds an answer to this charge now: “{_short(answer.text)}”")
    return Computed(
        True,
        f"Looked through {_the_sources(grounds.evidence)}: no sentence was found that answers this charge in particular.",
        (Listing("The charge", _listed(charges)),) if charges else (),
    )


def _answered(arguments: Sequence[str], grounds: Grounds) -> Computed:
    charges = _charges_at(grounds.passages_at(arguments[0], arguments[1]), grounds)
    answer = next((answer for charge in charges for answer in charge.answers), None)
    if answer is None:
        return Computed(False, f"no answer is tied to a charge with the words “{arguments[1]}” in “{arguments[0]}” now")
    first = answer.claim.passages[0]
    name = grounds.evidence.sources[first.source].name
    return Computed(
        True, f"Looked through {_the_sources(grounds.evidence)}: “{_short(first.text)}” ({name}) answers this charge."
    )


def _charges_at(passages: Sequence[Passage], grounds: Grounds) -> list[Charge]:
    """The charges that one of these passages makes."""
    ids = {p.id for p in passages}
    return [c for c in grounds.analysis.charges if any(p.id in ids for claim in c.claims for p in claim.passages)]


def _listed(charges: Sequence[Charge]) -> tuple[Listed, ...]:
    """The charges by accuser and heading, with the sentences that make them."""
    return tuple(
        Listed(
            f"{english.capital(charge.accuser)}: “{_inside(charge.heading)}”"
            if charge.accuser
            else f"“{_inside(charge.heading)}”",
            tuple(passage for claim in charge.claims for passage in claim.passages),
        )
        for charge in charges
    )


def _inside(words: str) -> str:
    """Words as they stand between double quotation marks."""
    return _QUOTED.sub(r"‘\1’", words)


def _the_sources(evidence: Evidence) -> str:
    """How a sentence names all that was looked through: "the 5 sources"."""
    total = len(evidence.documents)
    return "the only source" if total == 1 else f"the {english.counted(total, 'source')}"


def _carriers(arguments: Sequence[str], grounds: Grounds) -> Computed:
    expected, key, words = arguments[0], arguments[1], arguments[2]
    passages = grounds.passages_at(key, words)
    if not passages:
        return Computed(False, f"the words “{words}” stand in no passage of “{key}” that is on the topic")
    claims = {p.claim for p in passages}
    carrying = [p for p in grounds.analysis.passages if p.claim in claims and p.claim]
    sources = sorted({p.source for p in carrying})
    if expected != str(len(sources)):
        return Computed(
            False, f"{len(sources)} of the sources carry this claim now ({', '.join(sources)}), not {expected}"
        )
    found = origins(carrying, grounds.evidence)
    named = sorted({name for origin in found if origin.named for name in origin.names})
    through = (
        f", which name {english.listed(named)} as where they have it from" if named else ", which name no other origin"
    )
    if len(sources) == 1:
        through = through.replace("which name", "which names").replace("they have", "it has")
    if len(found) < len(sources):
        through += f"; that is {english.counted(len(found), 'origin')}"
    carrying_names = english.listed([grounds.evidence.sources[s].name for s in sources])
    return Computed(
        True,
        f"Compared: of {english.counted(len(grounds.evidence.documents), 'source')}, {len(sources)} ({carrying_names}) carried this claim{through}.",
    )


def _origins(arguments: Sequence[str], grounds: Grounds) -> Computed:
    """A number, then pairs of key and words: so many origins do the claims of these passages have together."""
    expected, pairs = arguments[0], list(zip(arguments[1::2], arguments[2::2], strict=False))
    if len(arguments) % 2 == 0:
        return Computed(False, "“origins” wants words after each key; usage: " + COMPUTATIONS["origins"].usage)
    found_at = {pair: {p.claim for p in grounds.passages_at(*pair) if p.claim} for pair in pairs}
    if missing := next((pair for pair, claims in found_at.items() if not claims), None):
        return Computed(False, f"the words “{missing[1]}” stand in no passage of “{missing[0]}” that is on the topic")
    claims = set().union(*found_at.values())
    one = len(pairs) == 1
    carrying = [p for p in grounds.analysis.passages if p.claim in claims]
    found = origins(carrying, grounds.evidence)
    if expected != str(len(found)):
        return Computed(
            False,
            f"{'the claim has' if one else 'the claims have'} {english.counted(len(found), 'origin')} now, not {expected}",
        )
    told = "; ".join(
        f"{english.listed(list(origin.names))}{'' if origin.named else ', which names no other,'} in {english.counted(len(origin.carriers), 'source')}"
        for origin in found
    )
    return Computed(
        True,
        f"Compared: {'the claim comes' if one else 'the claims come'} from {english.counted(len(found), 'origin')} ({told}).",
    )


def _not_quoted(arguments: Sequence[str], grounds: Grounds) -> Computed:
    """Each argument names a party; holds while no passage has it, or anyone who may speak for it, as its speaker."""
    for name in arguments:
        party = grounds.evidence.topic.party(name)
        if party is None:
            return Computed(False, f"“{name}” is no party of seeds/topic.yml")
        said = next((p for p in grounds.analysis.passages if p.relevant and _speaks_for(grounds, p, party)), None)
        if said is not None:
            return Computed(False, f"“{said.source}” has {name} speak now: “{_short(said.text)}”")
        if party.name in spoken_for(grounds.evidence, grounds.analysis.passages):
            return Computed(
                False,
                f"somebody may speak for {name} now: a speaker, or an author, is called by a part of the name or only by an office",
            )
    return Computed(True, _nobody(arguments, grounds.evidence))


def _nobody(parties: Sequence[str], evidence: Evidence) -> str:
    return f"Looked through {_the_sources(evidence)}: nobody who speaks for {english.listed(parties, 'or')} is named."


def _speaks_for(grounds: Grounds, passage: Passage, party: Party) -> bool:
    """Whether the speaker of a passage surely speaks for the party."""
    if not passage.speaker:
        return False
    topic = grounds.evidence.topic
    speaker = topic.party(passage.speaker) or names.party_in(topic, passage.speaker)
    return speaker is not None and party.name in (speaker.name, speaker.of)


def _unstated(arguments: Sequence[str], grounds: Grounds) -> Computed:
    variable, keys = arguments[0], arguments[1:]
    if variable not in METADATA:
        return Computed(False, f"“{variable}” is no variable of seeds/sources.yml; known: {', '.join(METADATA)}")
    for key in keys:
        source = grounds.evidence.sources.get(key)
        if source is None:
            return Computed(False, f"there is no source “{key}”")
        found = source.metadata.get(variable)
        if found is not None and not found.inferred:
            return Computed(False, f"“{key}” states its {variable} now: {found.value}")
    stated = english.listed([grounds.evidence.sources[key].name for key in keys])
    what = _WHAT.get(variable, variable.replace("-", " "))
    return Computed(True, f"Looked into {_the_sources(grounds.evidence)}: no {what} is stated in {stated}.")


def _days(arguments: Sequence[str], grounds: Grounds) -> Computed:  # noqa: ARG001  # as every computation
    first, second = dates.earliest(arguments[0]), dates.earliest(arguments[1])
    if (
        first is None
        or second is None
        or len(arguments[0]) != len(arguments[1])
        or len(arguments[0]) != len("2026-04-23")
    ):
        return Computed(False, "“days” wants two ISO dates and a number; usage: " + COMPUTATIONS["days"].usage)
    between = abs((second - first).days)
    if arguments[2] != str(between):
        return Computed(
            False, f"from {arguments[0]} to {arguments[1]} it is {english.counted(between, 'day')}, not {arguments[2]}"
        )
    return Computed(
        True,
        f"Counted: from {edtf.in_words(arguments[0])} to {edtf.in_words(arguments[1])} it is {english.counted(between, 'day')}.",
    )


def _count_charges(arguments: Sequence[str], grounds: Grounds) -> Computed:
    named = [charge for charge in grounds.analysis.charges if charge.accuser and not charge.counter]
    open_ones = [charge for charge in named if not (charge.answers or charge.unmatched)]
    if list(arguments[:2]) != [str(len(open_ones)), str(len(named))]:
        return Computed(
            False, f"{len(open_ones)} of {len(named)} charges have no answer now, not {arguments[0]} of {arguments[1]}"
        )
    answered = [charge for charge in named if charge.answers]
    told = f"{len(open_ones)} {'has no answer of its own' if len(open_ones) == 1 else 'have no answer of their own'}"
    unclear = [charge for charge in named if charge.unmatched]
    if unclear:
        them = "it" if len(unclear) == 1 else "them"
        told += f"; for {len(unclear)} it is not clear whether an answer in these sources is meant for {them}"
    groups = (
        ("No answer of its own was found to", open_ones),
        ("An answer was found to", answered),
        ("It is not clear whether an answer in these sources is meant for", unclear),
    )
    return Computed(
        True,
        f"Looked through {_the_sources(grounds.evidence)}: of {english.counted(len(named), 'charge')} whose accuser is named, {told}.",
        tuple(Listing(f"{title} ({len(charges)})", _listed(charges)) for title, charges in groups if charges),
    )


def _silent_side(arguments: Sequence[str], grounds: Grounds) -> Computed:
    """`silent accused`: the parties of a side for whom nobody speaks."""
    if arguments[0] not in tuple(Side):
        return Computed(False, f"“{arguments[0]}” is no side; expected one of {', '.join(Side)}")
    silent = silent_parties(grounds.evidence, grounds.analysis, Side(arguments[0]))
    if sorted(arguments[1:]) != sorted(silent):
        return Computed(
            False,
            _not_silent(
                [name for name in arguments[1:] if name not in silent],
                [name for name in silent if name not in arguments[1:]],
            ),
        )
    return Computed(True, _nobody(silent, grounds.evidence))


def _not_silent(speaking: Sequence[str], silent: Sequence[str]) -> str:
    """Why a list of parties for whom nobody speaks does not hold."""
    told = []
    if speaking:
        told.append(f"now somebody speaks for {english.listed(speaking)}: the sentences that say nobody does are false")
    if silent:
        told.append(f"nobody speaks for {english.listed(silent, 'or')}, which the list leaves out")
    return "; ".join(told) or "the list names a party twice"


def silent_parties(evidence: Evidence, analysis: Analysis, side: Side) -> list[str]:
    """Names of the parties on a side for whom nobody speaks or may speak, in the order of topic.yml; none where there is no source to speak in."""
    if not evidence.sources:
        return []
    spoken = spoken_for(evidence, analysis.passages)
    return [party.name for party in evidence.topic.parties if party.side is side and party.name not in spoken]


def _dated(arguments: Sequence[str], grounds: Grounds) -> Computed:
    """Triples of value, key and words: each passage is dated so."""
    if len(arguments) % 3:
        return Computed(False, "“dated” wants its arguments by threes; usage: " + COMPUTATIONS["dated"].usage)
    results = [_dated_so(arguments[i : i + 3], grounds) for i in range(0, len(arguments), 3)]
    wrong = next((result for result in results if not result.holds), None)
    return wrong or Computed(True, " ".join(dict.fromkeys(result.explanation for result in results)))


def _dated_so(arguments: Sequence[str], grounds: Grounds) -> Computed:
    value, key, words = arguments[0], arguments[1], arguments[2]
    mentions = [mention for p in grounds.passages_at(key, words) for mention in p.dates]
    found = next((mention for mention in mentions if mention.value == value), None)
    if found is None:
        values = ", ".join(sorted({mention.value for mention in mentions if mention.value})) or "no date"
        return Computed(False, f"the passage of “{key}” with these words holds {values} now, not {value}")
    basis = f": {found.basis}" if found.basis else ""
    return Computed(True, f"Read: “{found.words}” as {edtf.in_words(value)}{basis}.")


def _differ(arguments: Sequence[str], grounds: Grounds) -> Computed:
    """Triples of value, key and words: each passage is dated so, and the values are not all the same."""
    triples = [arguments[i : i + 3] for i in range(0, len(arguments), 3)]
    if len(arguments) % 3 or len({triple[0] for triple in triples}) < 2:
        return Computed(False, "“differ” wants two or more different dates; usage: " + COMPUTATIONS["differ"].usage)
    results = [_dated_so(triple, grounds) for triple in triples]
    wrong = next((result for result in results if not result.holds), None)
    return wrong or Computed(True, "Compared. " + " ".join(result.explanation for result in results))


def _originals(arguments: Sequence[str], grounds: Grounds) -> Computed:
    return described.originals(arguments, grounds.evidence)


def _described(arguments: Sequence[str], grounds: Grounds) -> Computed:
    return described.described(arguments, grounds.evidence, grounds.analysis)


def _tied(arguments: Sequence[str], grounds: Grounds) -> Computed:
    if len(arguments) % 2 == 0:
        return Computed(False, "“tied” wants words after each key; usage: " + COMPUTATIONS["tied"].usage)
    pairs = zip(arguments[1::2], arguments[2::2], strict=True)
    told = [frozenset(p.id for p in grounds.passages_at(key, words)) for key, words in pairs]
    return described.tied(arguments[0], told, grounds.analysis, grounds.evidence)


COMPUTATIONS: Mapping[str, Rule] = {
    "sources": Rule("= sources NUMBER", _sources, 1, 1),
    "newest": Rule("= newest DATE", _newest, 1, 1),
    "unanswered": Rule('= unanswered KEY "words"', _unanswered, 2, 2),
    "answered": Rule('= answered KEY "words"', _answered, 2, 2),
    "carriers": Rule('= carriers NUMBER KEY "words"', _carriers, 3, 3),
    "origins": Rule('= origins NUMBER KEY "words" ...', _origins, 3, None),
    "not-quoted": Rule('= not-quoted "PARTY" ...', _not_quoted, 1, None),
    "not-stated": Rule("= not-stated VARIABLE KEY ...", _unstated, 2, None),
    "days": Rule("= days DATE DATE NUMBER", _days, 3, 3),
    "dated": Rule('= dated DATE KEY "words" ...', _dated, 3, None),
    "differ": Rule('= differ DATE KEY "words" DATE KEY "words" ...', _differ, 6, None),
    "open-charges": Rule("= open-charges NUMBER NUMBER", _count_charges, 2, 2),
    "silent": Rule('= silent SIDE "PARTY" ...', _silent_side, 2, None),
    "originals": Rule("= originals NUMBER", _originals, 1, 1),
    "described": Rule('= described KEY "kind" DATE "NAMES"', _described, 4, 4),
    "tied": Rule('= tied NUMBER KEY "words" ...', _tied, 3, None),
}


def _short(words: str) -> str:
    return words if len(words) <= 90 else words[:90].rsplit(" ", 1)[0] + " ..."
