from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.figures import Figure, figure, interval, table


def share(samples: Sequence[bool]) -> float:
    return sum(samples) / len(samples)


def test_the_interval_holds_the_value_and_narrows_with_the_sample() -> None:
    few, many = [True, True, False] * 10, [True, True, False] * 300
    low, high = interval(few, share)
    assert low < 2 / 3 < high
    closer = interval(many, share)
    assert closer[1] - closer[0] < (high - low) / 2


def test_the_same_samples_give_the_same_interval() -> None:
    samples = [index % 7 == 0 for index in range(90)]
    assert interval(samples, share) == interval(samples, share)


def test_no_sample_gives_no_interval() -> None:
    assert interval([], share) == (0.0, 0.0)


def test_verdicts() -> None:
    def verdict(value: float, *, smaller: bool = False, floor: float | None = 0.5, aim: float | None = 0.8) -> str:
        return Figure("x", value, value, value, 1, "y", floor, aim, smaller).verdict

    assert verdict(0.8) == "aim reached"
    assert verdict(0.6) == "above the floor"
    assert verdict(0.4) == "below the floor"
    assert verdict(0.4, floor=None) == "below the aim"
    assert verdict(0.4, floor=None, aim=None) == ""
    assert verdict(0.1, smaller=True, floor=None, aim=0.12) == "aim reached"


def test_a_line_shows_value_marks_and_sample() -> None:
    one = figure("dates: value F1", [True] * 9 + [False], share, count=10, unit="dates", aim=0.95)
    _, line = table([one])
    assert line.startswith("dates: value F1  0.900")
    assert line.endswith("    -  0.950   10 dates  below the aim")
