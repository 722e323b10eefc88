"""Words of a text, and the few ways in which rules compare them."""

from __future__ import annotations

import re


def listed(written: str) -> frozenset[str]:
    """The words of a list that is written with blanks."""
    return frozenset(written.split())


_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_OWNER = re.compile(r"['’]s$|(?<=s)['’]$")
_SMALL = listed(
    "a an the this that these those it its he she they them their his her we our you your who whom whose which what "
    "and or but nor so as at by for from in into of on onto out over to up with within about after before between during "
    "than then there here when while where is are was were be been being am has have had having do does did will would can "
    "could may might shall should must not no also such more most some any all each both other own same i me my him ever yet even"
)
"""Words that say nothing of what a sentence is about."""
STEM = 5
"""Letters that stand for a word's forms: "accuse" and "accused". Fewer join words that have nothing in common, more part "deny" and "denied" no
better and "approve" from "approval"."""


def words(text: str) -> list[str]:
    """The words in lower case, without a possessive ending; compounds and figures are one word."""
    return [_OWNER.sub("", match[0]).replace("’", "'").casefold() for match in _WORD.finditer(text)]


def stem(word: str) -> str:
    """What the forms of a word have in common, roughly."""
    return word[:STEM]


def content(text: str) -> list[str]:
    """Stems of the words that say what the text is about, in order."""
    return [stem(word) for word in words(text) if word not in _SMALL and not word.endswith("n't")]


def share(of: str, within: str) -> float:
    """Share of the content words of one text that the other has too, 0 to 1; 1 where there is none to share."""
    wanted, there = content(of), set(content(within))
    return sum(one in there for one in wanted) / len(wanted) if wanted else 1.0
