"""A verb that takes what is said for true stands before a contested claim.

"The union revealed that the mine hid accidents" says that it did. What one side alleges or the other answers is said, written,
alleged, denied; verbs such as warned, noted, revealed, admitted stand only inside quotation marks, where they are the source's.

Bad:

    The union revealed that the mine hid three accidents.[^accidents]

    [^accidents]: @herald "The union alleged that the mine hid three accidents"

Good:

    The union said that the mine hid three accidents.[^accidents]

    [^accidents]: @herald "The union alleged that the mine hid three accidents"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.contested import CONTESTED
from generator.lint.page import LintPage
from generator.lint.vocabulary import negation
from generator.lint.voices import without_names
from generator.model import Diagnostic

NAME = "factive-verb"

_FACTIVE = re.compile(
    r"\b(?:acknowledg(?:e|es|ed|ing)|admit(?:s|ted|ting)?|conced(?:e|es|ed|ing)|confess(?:es|ed|ing)?|demonstrat(?:e|es|ed|ing)|disclos(?:e|es|ed|ing)|"
    r"discover(?:s|ed|ing)?|expos(?:e|es|ed|ing)|identif(?:y|ies|ied|ying)|not(?:ed|es|ing)|observ(?:ed|es|ing)|point(?:s|ed|ing)? out|prov(?:e|es|ed|ing)|"
    r"realis(?:e|es|ed|ing)|realiz(?:e|es|ed|ing)|remind(?:s|ed|ing)?|reveal(?:s|ed|ing)?|show(?:s|ed|n)?|uncover(?:s|ed|ing)?|unmask(?:s|ed|ing)?|"
    r"warn(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:the|these|those|same|own|of|his|her|its|their) notes$|\b(?:be|been|being|was|were|is|are) (?:warned|reminded)$"
    r"|\b(?:say|says|said|claims?|claimed|alleges?|alleged|argues?|argued) (?:that )?(?:it|he|she|they|this|these) \w+$",
    re.IGNORECASE,
)
"""What is no verb, what says who was told and not what is so, and what somebody is said to take for true ("which it says shows")."""
_BEFORE = 40
"""Characters before the verb in which a negation keeps it from taking anything for true: "has not shown that". Nor does an infinitive: "told to warn"."""


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such verb outside quotation marks."""
    for statement, _ in page.sourced:
        if not any(passage.role in CONTESTED for passage in statement.passages):
            continue
        outside = without_names(statement.outside, statement, page.evidence)
        for verb in _FACTIVE.finditer(outside):
            before = outside[max(0, verb.start() - _BEFORE) : verb.start()]
            if not negation(before) and not before.endswith("to ") and not _OTHER.search(before + verb[0]):
                yield page.on(
                    statement,
                    verb.start(),
                    NAME,
                    f"“{verb[0]}” takes for true what is contested",
                    "write said, wrote, alleged, denied or according to; or set the verb into quotation marks as the source's",
                )
