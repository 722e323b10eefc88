from __future__ import annotations

import pytest

from generator.analysis.caveats import caveats, marked_unverified


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He took bribes [unverified information, to be confirmed].", ("[unverified information, to be confirmed]",)),
        ("He took bribes (this could not be confirmed).", ("(this could not be confirmed)",)),
        ("The firm was reported to have suggested it.", ("was reported to have suggested",)),
        ("It allegedly sold and reportedly hid them.", ("allegedly", "reportedly")),
        ("There are reports of fog.", ("There are reports of",)),
        ("The claim has not been independently verified.", ("has not been independently verified",)),
        ("It is allegedly, allegedly so.", ("allegedly",)),
        ("Unverified reports say so [unverified].", ("Unverified reports", "[unverified]")),
        ("They said it is cold (in winter) [see page 2].", ()),
        ("The growers alleged it.", ()),
        ("", ()),
    ],
)
def test_caveats_are_the_sources_words_in_order_and_once(text: str, expected: tuple[str, ...]) -> None:
    assert caveats(text) == expected


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        (("[unverified information, to be confirmed]",), True),
        (("(not verified)",), True),
        (("Unconfirmed reports",), True),
        (("allegedly",), False),
        (("was reported to have suggested",), False),
        ((), False),
    ],
)
def test_marked_unverified(words: tuple[str, ...], marked: bool) -> None:
    assert marked_unverified(words) is marked
