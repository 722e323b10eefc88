"""Proper names in a sentence, word by word, and whether the evidence has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, takewhile, zip_longest
from types import MappingProxyType

from generator.lint.words import listed, words
from generator.model import Party, Span

_CAPITALISED = re.compile(r"(?<![\w'’.-])(?:[^\W\d_]\.){2,}|(?<![\w-])[^\W_]+(?:['’.&-][^\W_]+)*")
_OPENING = re.compile(r"(?:^|[.:;!?…(\[“”\"‘—–-])[\s“\"‘(\[]*$")
_SMALL_WORD = re.compile(r"(?<![\w-])[a-zß-ÿ][\w]*")
_RUN = r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: [^\W\d_a-zß-ÿ][\w.'’-]*)*"
_LISTED = re.compile(rf"{_RUN}(?:, {_RUN})*,? (?:and|or) {_RUN}")
_BETWEEN = re.compile(r",? (?:and|or) |, ")
_CALENDAR = listed(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec"
)
_RELATED = 4
_OF_A_COUNTRY = ("ian", "ish", "ese")
_ENDING = 3
"""Letters in common, and letters after them, that relate "China" and "Chinese", "American" and "Americans"; two more for the endings of
countries, as in "Norway" and "Norwegian". With a letter less in common, or one more after it, "Michael" and "Michigan" are one."""


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised word."""

    word: str
    """As written, without a possessive ending."""
    span: Span
    opens: bool
    """Whether it stands where any word has a capital."""


def names(text: str) -> Iterator[Name]:
    """The capitalised words of a sentence but for the calendar's; of a compound its capitalised parts."""
    for match in _CAPITALISED.finditer(text):
        opens = _OPENING.search(text[: match.start()]) is not None
        whole = re.sub(r"['’]s?$", "", match[0])
        for part in re.split(r"-(?=[^\W\d_])", whole):
            if _is_name(part) and part.casefold() not in _CALENDAR:
                yield Name(part, Span(match.start(), match.start() + len(whole)), opens and whole.startswith(part))


def _is_name(word: str) -> bool:
    return any(letter.isupper() for letter in word[:2]) and word not in ("I", "A")


@dataclass(frozen=True, slots=True)
class Known:
    """The words that a name may come from."""

    words: frozenset[str]
    """In lower case."""
    capitalised: frozenset[str]
    """Those with a capital, in lower case."""
    initials: str
    """First letters of the capitalised words in their order, in capitals."""

    @classmethod
    def of(cls, texts: Iterable[str], same: Mapping[str, frozenset[str]] = MappingProxyType({})) -> Known:
        """`same` holds words that mean one name, as `equivalents` gives them."""
        text = "\n".join(texts)
        found = [name.word for name in names(text)]
        plain = frozenset(map(_plain, found))
        return cls(
            frozenset(part for word in words(text) for part in (word, *word.split("-"))),
            plain.union(*(same[word] for word in plain if word in same)),
            "".join(word[0].upper() for word in found),
        )

    def has(self, name: str) -> bool:
        """Whether a name is there: itself, with other endings ("China", "Chinese"), or as initials."""
        plain = _plain(name)
        return (
            name.casefold() in self.words
            or plain in self.words
            or plain in self.capitalised
            or (plain.isalpha() and name.upper() == name and len(plain) > 1 and plain.upper() in self.initials)
            or self.related(name)
        )

    def related(self, name: str) -> bool:
        """Whether a capitalised word begins as the name does, which is another word of the same stem."""
        plain = _plain(name)
        return any(_kin(plain, other) for other in self.capitalised)


def _kin(one: str, other: str) -> bool:
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one.isalpha() and common >= _RELATED and one != other and _ends(one, common) and _ends(other, common)


def _ends(word: str, common: int) -> bool:
    rest = len(word) - common
    return rest <= _ENDING or (rest <= _ENDING + 2 and word.endswith(_OF_A_COUNTRY))


def _plain(word: str) -> str:
    """In lower case, without stops: "U.S." and "US" are one."""
    return word.replace(".", "").casefold()


def listings(text: str) -> set[int]:
    """How many names each list of a text has: 3 for "Ana Reis, Coast Radio and Brannock"."""
    return {len(_BETWEEN.split(match[0])) for match in _LISTED.finditer(text)}


@lru_cache(maxsize=4096)
def pattern(name: str) -> re.Pattern[str]:
    """Finds a name as whole words, whatever the form of its apostrophes; "the union" also where a sentence begins."""
    return re.compile(rf"(?<!\w){_written(name)}(?!\w)")


def _written(name: str) -> str:
    written = re.escape(name.replace("’", "'")).replace("'", "['’]")
    return f"[{name[0].upper()}{name[0]}]{written[1:]}" if name[:1].islower() else written


def named(parties: Iterable[Party], text: str) -> tuple[Party, ...]:
    """The parties that a text names, by any of their names."""
    return tuple(party for party in parties if any(pattern(name).search(text) for name in party.names))


def mentions(parties: Sequence[Party], text: str) -> Iterator[tuple[Party, Span]]:
    """Where a text names parties, by the longest name that stands there, in order."""
    owners = {name.replace("’", "'"): party for party in reversed(parties) for name in party.names}
    if owners:
        for match in _any_of(tuple(sorted(owners, key=lambda name: (-len(name), name)))).finditer(text):
            called = match[0].replace("’", "'")
            yield owners.get(called) or owners[called[0].lower() + called[1:]], Span(*match.span())


@lru_cache(maxsize=16)
def _any_of(called: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_written, called))})(?!\w)")


def proper(texts: Iterable[str], parties: Iterable[Party]) -> frozenset[str]:
    """Words that texts write with a capital inside sentences and never in small letters, and those of the parties' names; lower case."""
    inside: set[str] = set()
    small: set[str] = set()
    for text in texts:
        inside |= {name.word.casefold() for name in names(text) if not name.opens}
        small.update(_SMALL_WORD.findall(text))
    of_parties = {name.word.casefold() for party in parties for called in party.names for name in names(called)}
    return frozenset((inside - small) | of_parties)


def equivalents(parties: Iterable[Party]) -> Mapping[str, frozenset[str]]:
    """Words that the topic uses for one another: two names of one party that differ in one word, "American firms" and "U.S. firms"."""
    found: dict[str, set[str]] = {}
    for party in parties:
        for one, other in combinations(party.names, 2):
            pairs = [pair for pair in zip_longest(one.split(), other.split(), fillvalue="") if pair[0] != pair[1]]
            if len(pairs) == 1 and len(one.split()) > 1 and all(word[:1].isupper() for word in pairs[0]):
                words_ = {_plain(word) for word in pairs[0]}
                for word in words_:
                    found.setdefault(word, set()).update(words_)
    return {word: frozenset(same) for word, same in found.items()}
