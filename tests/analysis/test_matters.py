from __future__ import annotations

import pytest

from generator.analysis.matters import Matter, Matters, documents, stem
from generator.analysis.whose import Whose
from tests.dispute import TOPIC, alleged, analysis, evidence


def matters_of(*texts: str) -> tuple[Matters, list[Matter]]:
    said = {"wire": [alleged(text, "Orchard Guild") for text in texts]}
    passages = analysis(said, evidence(said)).passages
    made = Matters(Whose(TOPIC, passages), passages)
    return made, [made.of(p) for p in passages]


@pytest.mark.parametrize(("one", "other"), [("forging", "forged"), ("crates", "crate"), ("bribes", "bribing")])
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_names_the_topics_terms_and_words_of_saying_are_no_matter() -> None:
    _, (matter,) = matters_of("The Guild claims that cold-fogging by Brannock spoils apples.")
    assert matter.words == {stem("spoils"), stem("apples")}


def test_likeness_is_between_nothing_and_all() -> None:
    matters, (one, same, other) = matters_of(
        "Old apples rot in crates.", "In crates rot old apples.", "Pears cost gold."
    )
    assert matters.likeness(one, same) == 1.0
    assert matters.likeness(one, other) == 0.0


def test_figures_agree_differ_or_have_nothing_to_do_with_each_other() -> None:
    _, (one, same, other, apart) = matters_of(
        "40,000 crates rot.", "It hid 40,000 crates.", "It sold 900 crates.", "70 men left."
    )
    assert one.shares_figure(same)
    assert not one.differs(same)
    assert one.differs(other)
    assert not one.differs(apart)


def test_small_counts_prove_nothing() -> None:
    _, (one, other) = matters_of("3 men left.", "3 crates fell.")
    assert not one.shares_figure(other)


def test_synonyms_of_a_document_are_one_kind() -> None:
    assert documents("The memorandum and a letter") == {"memo", "letter"}
