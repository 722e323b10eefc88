"""The rules, one a module, by the name that diagnostics print. A module's docstring is the rule's documentation."""

from __future__ import annotations

from collections.abc import Mapping

from generator.lint.page import Rule
from generator.lint.rules import (
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

_MODULES = (
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

RULES: Mapping[str, Rule] = {module.NAME: module.find for module in _MODULES}
DOCUMENTATION: Mapping[str, str] = {module.NAME: module.__doc__ or "" for module in _MODULES}
"""What each rule finds, why it matters, a bad and a good example: Markdown."""
