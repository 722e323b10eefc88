from __future__ import annotations

from generator.compose import choice
from generator.compose.choice import fitting, repeats, together
from generator.compose.leaning import Setting
from generator.compose.statement import Statement, state
from generator.compose.views import AnswerView
from generator.model import AnswerKind
from tests.dispute import Said, alleged, analysis, answered, evidence


def statements(*said: Said) -> list[Statement]:
    pile = {"gazette": list(said)}
    of = evidence(pile)
    made = [state(p, of, Setting()) for p in analysis(pile, of).passages]
    return [s for s in made if isinstance(s, Statement)]


CRATES = alleged("The Guild accused Brannock of selling old crates.", "Guild", "accused")
LETTERS = alleged("The Guild named a clerk who burned letters.", "Guild", "named")
HOLT = alleged("Maren Holt blamed Tarn for bad ice.", "Maren Holt", "blamed")


def chosen(budget: int, *said: Said) -> list[str]:
    found = fitting(statements(*said), budget, lambda _: 10, lambda s: s.speaker, lambda s: s)
    return [s.speaker for s in found]


def test_each_giver_once_before_any_a_second_time_and_in_the_order_given() -> None:
    assert chosen(20, CRATES, LETTERS, HOLT) == ["the Guild", "Maren Holt"]
    assert chosen(30, CRATES, LETTERS, HOLT) == ["the Guild", "the Guild", "Maren Holt"]
    assert chosen(9, CRATES, LETTERS, HOLT) == []


def test_what_is_too_long_makes_room_for_what_is_shorter() -> None:
    made = statements(CRATES, HOLT)
    found = fitting(made, 10, lambda s: 50 if s is made[0] else 10, lambda s: s.speaker, lambda s: s)
    assert found == (made[1],)


def test_one_giver_does_not_say_the_same_twice_and_two_givers_may() -> None:
    again = alleged("The Guild accused Brannock of selling crates that are old.", "Guild", "accused")
    other = alleged("Maren Holt accused Brannock of selling old crates too.", "Maren Holt", "accused")
    assert chosen(100, CRATES, again, other) == ["the Guild", "Maren Holt"]


def test_a_new_figure_is_no_repetition() -> None:
    old, new = statements(
        CRATES, alleged("The Guild accused Brannock of selling 40,000 old crates.", "Guild", "accused")
    )
    assert not repeats(new, old)
    assert repeats(old, new)


def test_as_many_together_as_fit_the_preferred_first() -> None:
    def take(budget: int, preferred: str = "") -> tuple[str, ...]:
        return together(("aa", "b", "cccc", "d", "a"), 3, budget, len, lambda s: s[0], lambda s: s in preferred.split())

    assert take(10) == ("aa", "b", "cccc")
    assert take(4) == ("aa", "b", "d")
    assert take(6, "cccc") == ("b", "cccc", "d")
    assert take(9, "cccc d") == ("aa", "b", "cccc")
    assert take(0) == ()


def test_answers_of_other_kinds_and_speakers_come_before_a_second_of_the_same() -> None:
    said = statements(
        *(answered(f"Brannock denied fraud in hall {n} of Tarn.", "Brannock", "denied") for n in range(4)),
        answered("Sund Packers denied fraud in Tarn.", "Sund Packers", "denied"),
    )
    answers = [AnswerView(AnswerKind.DENIES, s) for s in said]
    found = choice.principal(answers)
    assert [a.statement.speaker for a in found] == ["Brannock", "Brannock", "Sund Packers"]
    assert len(found) == choice.ANSWERS


def test_the_length_of_a_statement_is_that_of_its_sentence() -> None:
    brief, through, voice = statements(
        CRATES,
        alleged("The Guild accused Brannock of selling old ice.", "Guild", "accused", chain=("Radio Tarn",)),
        Said("Fog is a chilled mist."),
    )
    # the Guild “accused Brannock of selling old crates”, the Gazette wrote.
    assert choice.length(brief) == 2 + 6 + 2 + 1
    # the Guild “...”, according to Radio Tarn as cited by the Gazette.
    assert choice.length(through) >= 2 + 6 + 2 + 2 + 3 + 2
    # “...”, the Gazette wrote.
    assert choice.length(voice) == 5 + 2 + 1
