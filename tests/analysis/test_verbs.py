from __future__ import annotations

import pytest

from generator.analysis import verbs


@pytest.mark.parametrize("form", ["said", "denies", "told", "accused", "rebutted", "held", "confesses", "pointed out"])
def test_forms_are_found(form: str) -> None:
    match = verbs.REPORTING_VERB.search(f"Holt {form} that")
    assert match is not None
    assert match[0] == form


@pytest.mark.parametrize("text", ["a self-described keeper", "the saying", "unsaid"])
def test_parts_of_words_are_not(text: str) -> None:
    match = verbs.REPORTING_VERB.search(text)
    assert match is None or match[0] == "saying"


def test_forms_that_only_a_plural_may_stand_before() -> None:
    assert "say" in verbs.BASE
    assert "says" not in verbs.BASE
    assert "said" not in verbs.BASE
