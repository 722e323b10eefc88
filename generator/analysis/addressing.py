"""Whom a rebuttal answers by its words: the accusers that it names, or means by "the union" or "the memo"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.analysis import names
from generator.analysis.alleged import Alleged
from generator.analysis.answer_kinds import answer_kind, says_how
from generator.analysis.matters import Matters
from generator.analysis.whose import Whose, normal
from generator.model import AnswerKind, Passage

_WORD_OF_CHARGE = (
    r"(?:accusations?|allegations?|claims?|charges?|suggestions?|reports?|statements?|criticism|findings?|figures?|numbers?|complaints?|petitions?|notices?|"
    r"memos?|letters?|study|studies|submissions?|photographs?|pictures?|videos?|evidence|counts?|circular|article|narrative)"
)
_TO_WHOM = re.compile(
    rf"(?:{_WORD_OF_CHARGE} (?:made |raised |issued |published )?(?:by|of|from)|"
    r"(?:repl(?:y|ies|ied)|respon(?:d|ds|ded|se)|answer(?:s|ed|ing)?|counter(?:s|ed)|contradict(?:s|ed)|rejoin(?:s|ed))(?: to)?|asked about)\s+(?:the |an? )?$",
    re.IGNORECASE,
)
_OWNS = re.compile(rf"^(?:['’]s?)\s+(?:(?!and\b)[\w-]+\s+){{0,2}}?{_WORD_OF_CHARGE}\b", re.IGNORECASE)
_NOUN = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]his|[Tt]hat)\s+(?P<noun>[A-Za-z][a-z]{2,})\b")
_DEFINITE = re.compile(r"\b(?:the|this|that|these)\s+(?:\w+ )?\w+", re.IGNORECASE)


class Addressing:
    """Charges by the names and nouns that may mean their accusers."""

    def __init__(self, alleged: Sequence[Alleged], whose: Whose, matters: Matters) -> None:
        self._alleged = alleged
        self._whose = whose
        self._matters = matters
        self._by_name: dict[str, dict[int, None]] = defaultdict(dict)
        self._by_body: dict[str, dict[int, None]] = defaultdict(dict)
        self._by_noun: dict[str, dict[str, None]] = defaultdict(dict)
        for number, charge in enumerate(alleged):
            for speaker in dict.fromkeys(p.speaker for p in charge.passages if p.speaker):
                self._remember(speaker, number)

    def _remember(self, speaker: str, number: int) -> None:
        name = normal(self._whose.name(speaker))
        self._by_name[name][number] = None
        for body in self._whose.bodies(speaker) if names.is_person(speaker) else ():
            self._by_body[body][number] = None
        party = self._whose.party(speaker)
        for known in (speaker, *(party.names if party else ())):
            self._by_noun[known.split()[-1].casefold()][name] = None

    def addressed(self, passage: Passage, here: Sequence[int]) -> list[tuple[str, bool]]:
        """Accusers that the passage names or means, and whether its words plainly answer them. `here`: charges made so far in its article."""
        return [*self._named(passage), *self._meant(passage, here), *self._by_document(passage, here)]

    def charges_of(self, name: str) -> tuple[int, ...]:
        """Charges of an accuser; where it makes none of its own, those of the people who speak for it, or of the body this person speaks for."""
        form = normal(self._whose.name(name))
        return tuple(self._by_name.get(form) or self._by_body.get(form) or self._of_body(name))

    def _of_body(self, name: str) -> tuple[int, ...]:
        bodies = self._whose.bodies(name) if names.is_person(name) else ()
        return tuple(n for body in bodies for n in self._by_name.get(body, ()))

    def _named(self, passage: Passage) -> list[tuple[str, bool]]:
        """Accusers that the passage names, and whether its words plainly answer them."""
        how = says_how(passage) and answer_kind(passage, self._whose) is not AnswerKind.TURNS_BACK
        found: dict[str, bool] = {}
        for start, end, name in self._whose.mentioned(passage.text):
            if not self._whose.related(name, passage.speaker) and self.charges_of(name):
                found[name] = found.get(name, False) or how or _is_addressed(passage.text, start, end)
        return list(found.items())

    def _forms(self, name: str) -> tuple[str, ...]:
        party = self._whose.party(name)
        return party.names if party else (name,)

    def _meant(self, passage: Passage, here: Iterable[int]) -> list[tuple[str, bool]]:
        """Accusers that the passage means by "the union" or "the memo", where only one of the article can be meant."""
        accusers = {normal(self._whose.name(self._alleged[n].accuser)) for n in here if self._alleged[n].accuser}
        found: list[tuple[str, bool]] = []
        own = {word.split()[-1].casefold() for word in self._forms(passage.speaker)} if passage.speaker else set()
        for match in _NOUN.finditer(passage.text):
            noun = match["noun"].casefold()
            known = set(self._by_noun.get(noun, ()))
            meant = (known & accusers) or known
            if noun not in own and len(meant) == 1:
                found.append((next(iter(meant)), _is_addressed(passage.text, match.start(), match.end())))
        return found

    def _by_document(self, passage: Passage, here: Iterable[int]) -> list[tuple[str, bool]]:
        """The one accuser in the article whose charge is told of a document of the kind that the passage names."""
        mine = self._matters.of(passage).documents
        if not mine or not _DEFINITE.search(passage.text):
            return []
        told = [n for n in here if self._alleged[n].matter.documents & mine]
        accusers = {self._whose.name(self._alleged[n].accuser): None for n in told if self._alleged[n].accuser}
        return [(name, says_how(passage)) for name in accusers] if len(accusers) == 1 else []


def _is_addressed(text: str, start: int, end: int) -> bool:
    """Whether what stands around a name makes it the one who is answered: "the claim by X", "replied to X", "X's figures"."""
    return bool(_TO_WHOM.search(text[:start]) or _OWNS.match(text[end:]))
