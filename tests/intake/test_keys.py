from __future__ import annotations

import pytest

from generator.errors import UsageError
from generator.intake.keys import check_known, check_new, propose, slug


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("The Harbour Courier", "the-harbour-courier"),
        ("Süddeutsche Zeitung, 26. April", "suddeutsche-zeitung-26-april"),
        ("People's Daily", "peoples-daily"),
        ("A name that goes on for longer than anybody would type", "a-name-that-goes-on-for-longer"),
        ("x" * 50, "x" * 32),
        ("人民日报", ""),
        ("---", ""),
    ],
)
def test_words_as_a_key(words: str, key: str) -> None:
    assert slug(words) == key


def test_the_first_words_that_give_a_key_give_it_and_a_number_keeps_it_apart() -> None:
    assert propose(["", "人民", "The Dock"], ()) == "the-dock"
    assert propose(["The Dock"], {"the-dock", "the-dock-2"}) == "the-dock-3"
    assert propose(["index"], ()) == "index-2"
    assert propose(["人民"], {"source"}) == "source-2"


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("index", "the page of the bibliography"),
        ("The Dock", "(?s)expected lower-case letters, digits and hyphens.*write the-dock"),
        ("dock", "(?s)the key “dock” is taken.*such as dock-2"),
    ],
)
def test_a_key_that_cannot_be_new(key: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        check_new(key, {"dock"})


def test_a_key_that_no_source_has() -> None:
    with pytest.raises(UsageError, match=r"(?s)there is no source “quay”.*the sources are: dock"):
        check_known("quay", {"dock"})
    with pytest.raises(UsageError, match="none yet; add one with `explainer add`"):
        check_known("quay", ())
