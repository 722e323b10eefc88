"""A sentence rests on an allegation or a rebuttal and does not show that somebody says it.

It is the most frequent fault in pages made from sources: what somebody claims becomes what is so. Name who says it, or mark it as
said ("allegedly", "according to"); quotation marks around the better part of the sentence do so too. A label does not: "The charge:" and
"Answer (denies):" name nobody.

Bad, where the source has "The union alleged that the mine hid three accidents":

    The mine hid three accidents.[^accidents]

    [^accidents]: @herald "The union alleged that the mine hid three accidents"

Good:

    The mine hid three accidents, the union said.[^accidents]

    [^accidents]: @herald "The union alleged that the mine hid three accidents"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.contested import contested
from generator.lint.page import LintPage
from generator.lint.statements import Statement
from generator.lint.vocabulary import said
from generator.lint.voices import names_one_of, speakers
from generator.lint.words import words
from generator.model import Diagnostic, Passage

NAME = "stripped-attribution"

_QUOTED = 0.6
"""Share of the words between quotation marks from which a sentence is its quotation. Tuned on the generator's pages."""
_LABEL = re.compile(r"(?P<words>[^:;.!?]{1,60}):(?=\s|$)")
_LONGEST_LABEL = 6
_LEADS = re.compile(
    r"(?!(?:what|also|further)\b).*\w\s+(?:said|says|wrote|writes|told|argued|argues|alleged|alleges|denied|denies|replied|added)",
    re.IGNORECASE,
)
"""Somebody who says something: "its lawyers said:"."""
_LEAST_WORDS = 4
"""Words outside quotation marks; with fewer it is a label ("Figures: none") and says nothing itself."""


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such sentence, where it begins."""
    for statement, _ in page.sourced:
        passage = next(iter(contested(statement)), None)
        if passage is None or _shows(statement, passage, page):
            continue
        who = passage.speaker or page.evidence.sources[passage.source].name
        yield page.on(
            statement,
            0,
            NAME,
            f"this rests on the word of {who}, and stands as if it were so",
            f"say who says it (“{who} said …”), or that it is said (“allegedly”)",
        )


def _shows(statement: Statement, passage: Passage, page: LintPage) -> bool:
    outside = statement.outside
    if names_one_of(speakers(passage, page.evidence), outside) or said(_without_label(outside)):
        return True
    all_words, own = len(words(statement.text)), len(words(outside))
    return own < _LEAST_WORDS or all_words - own >= _QUOTED * all_words


def _without_label(text: str) -> str:
    """The text behind a label of a few words and a colon; a lead in which somebody speaks is none."""
    label = _LABEL.match(text)
    if label is None or len(words(label["words"])) > _LONGEST_LABEL or _LEADS.fullmatch(label["words"].strip()):
        return text
    return text[label.end() :]
