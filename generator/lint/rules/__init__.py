"""The rules, one a module, by the name that diagnostics print. A module's docstring is the rule's documentation."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from generator.lint.rule import Rule, over_pages
from generator.lint.rules import (
    actor_inflation,
    altered_quotation,
    altered_quote,
    ambiguous_quote,
    bad_join,
    bad_label,
    cited_headline,
    conflict_marker,
    factive_verb,
    false_derivation,
    lost_contrast,
    lost_hedge,
    lost_negation,
    lost_source_caveat,
    malformed_note,
    note_defined_twice,
    one_source_page,
    quote_too_long,
    quote_too_short,
    short_chain,
    stripped_attribution,
    typographic_drift,
    uncited_statement,
    undefined_note,
    undescribed_source,
    unfound_quotation,
    ungrounded_date,
    ungrounded_name,
    ungrounded_number,
    unknown_source,
    unreadable_source,
    unused_note,
    unused_source,
)
from generator.model import Severity

_CERTAIN = (
    altered_quote,
    ambiguous_quote,
    bad_join,
    bad_label,
    conflict_marker,
    false_derivation,
    malformed_note,
    note_defined_twice,
    undefined_note,
    unknown_source,
    unreadable_source,
    unused_note,
)
"""Errors that no reading of English is needed for: they stop a build, and no comment silences them."""
_READ = (altered_quotation, lost_source_caveat)
"""Errors that rest on reading: a comment may silence them."""
_WARNINGS = (
    actor_inflation,
    cited_headline,
    factive_verb,
    lost_contrast,
    lost_hedge,
    lost_negation,
    one_source_page,
    quote_too_long,
    quote_too_short,
    short_chain,
    stripped_attribution,
    uncited_statement,
    undescribed_source,
    unfound_quotation,
    ungrounded_date,
    ungrounded_name,
    ungrounded_number,
    unused_source,
)
_OFF = (typographic_drift,)
"""Warnings that run only when asked for; the page of each says why."""


def _rule(module: ModuleType) -> Rule:
    find = module.find_all if hasattr(module, "find_all") else over_pages(module.find)
    warns = module in _WARNINGS or module in _OFF
    return Rule(
        name=module.NAME,
        find=find,
        documentation=module.__doc__ or "",
        severity=Severity.WARNING if warns else Severity.ERROR,
        on=module not in _OFF,
        instead_of=getattr(module, "INSTEAD_OF", ()),
        allowable=module not in _CERTAIN,
    )


RULES: Mapping[str, Rule] = {
    module.NAME: _rule(module)
    for module in sorted((*_CERTAIN, *_READ, *_WARNINGS, *_OFF), key=lambda module: str(module.NAME))
}
"""By name, in the order of the names."""
