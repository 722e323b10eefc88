from __future__ import annotations

import pytest

from generator.compose.defining import defines
from tests.dispute import TOPIC


@pytest.mark.parametrize(
    "words",
    [
        "Cold-fogging is a way of keeping fruit in a chilled mist",
        "In cold stores, cold-fogging works by spraying salted water",
        "Some cold-fogging, which growers call misting, uses salted water",
        "A fogger is a pump with a nozzle as fine as a hair",
        "A licence for fogging means that the store is inspected twice a year",
        "Salted mist is one of two kinds of cold-fogging",
        "Cold-fogging does not change the age of an apple",
        "The process is called cold-fogging",
        "Cold-fogging is a technique of cold stores. In this process, salt keeps the mist cold without ice, and it uses little power",
    ],
)
def test_what_the_thing_is_how_it_works_what_kinds_there_are_and_what_it_is_not(words: str) -> None:
    assert defines(words, TOPIC)


@pytest.mark.parametrize(
    "words",
    [
        "Restricting cold-fogging would require stores to be inspected",
        "Stores are focusing on better labels, such as dates and colours",
        "Cold-fogging should be banned",
        "It is a way of keeping fruit",
        "Brannock is a maker of cold stores",
        "The trade of the region lives on fruit that cold-fogging keeps",
        "A law of 2019 is the only rule on fruit",
        "Apples fell in price",
        "Cold-fogging is a technique of cold stores. The practice became contentious in Tarn",
        "Cold-fogging is a technique of cold stores. The practice should be banned",
        "",
    ],
)
def test_policy_people_and_what_only_stands_near_it_define_nothing(words: str) -> None:
    assert not defines(words, TOPIC)
