from __future__ import annotations

from generator.analysis import cohesion, columns
from generator.analysis.columns import Piece

WEIR = "The anglers of Orrin counted salmon above the weir, and the mill owners denied that the weir had killed salmon"
CHOIR = "The choir of the harbour school practised herring songs all winter, and the singers won the prize for songs"
BYLINE = Piece("By Tove Ask", furniture=True)


def head(text: str) -> Piece:
    return Piece(text, heading=True, headline=2.0, signed=True)


def body(text: str, *, small: bool = False, is_open: bool = False) -> Piece:
    return Piece(text, small=small, open=is_open)


def page(*columns_: Piece) -> list[Piece]:
    """Two headlines with their first paragraphs, then what the columns hold."""
    weir = [head("Anglers accuse the mill of Orrin"), BYLINE, body(f"{WEIR}."), body(f"Again: {WEIR}.")]
    choir = [head("Choir of the school wins a prize"), BYLINE, body(f"{CHOIR}."), body(f"Again: {CHOIR}.")]
    return [*weir, *choir, *columns_]


def test_blocks_follow_their_headlines() -> None:
    assert columns.homes(page()) == (0, 0, 0, 0, 1, 1, 1, 1)


def test_a_block_goes_to_the_article_whose_words_it_shares() -> None:
    back = [body(f"Still, {WEIR} of anglers and salmon."), body(f"Later, {WEIR}, said the anglers of Orrin.")]
    assert columns.homes(page(*back))[-2:] == (0, 0)


def test_a_sentence_left_open_draws_its_other_half() -> None:
    pieces = [
        *page()[:3],
        body("The anglers of Orrin said that the owners of the mill had kept the", is_open=True),
        *page()[4:],
        body("gate shut through the whole of March", small=True),
    ]
    assert columns.homes(pieces)[-1] == 0


def test_after_a_jump_line_the_article_before_has_no_claim() -> None:
    jump = Piece("Continued from page 1", furniture=True, jump=True)
    assert columns.homes(page(jump, body(f"The mill: {WEIR}.")))[-1] == 0


def test_headings_of_one_article_begin_no_other() -> None:
    inside = Piece("Why the gate was shut", heading=True, headline=2.0)
    pieces = [head("Anglers accuse the mill of Orrin"), BYLINE, body(f"{WEIR}."), inside, body(f"Again: {WEIR}.")]
    assert set(columns.homes(pieces)) == {0}


def test_a_label_above_a_headline_begins_the_same_article() -> None:
    label = Piece("Voices of the river towns", heading=True, headline=2.0)
    assert columns.homes([label, *page()])[:4] == (0, 0, 0, 0)


def test_nothing_has_no_homes() -> None:
    assert columns.homes([]) == ()


def test_what_every_article_says_makes_nothing_alike() -> None:
    first, second, third = cohesion.similarities(["Who said it was so?", "He said that it was not.", WEIR])
    assert first == {}
    assert second.get(0, 0.0) == 0.0
    assert max(third.values(), default=0.0) < 0.1


def test_damaged_words_still_meet() -> None:
    _, damaged, other = cohesion.similarities(
        [WEIR, WEIR.replace("salmon", "salmcn").replace("anglers", "anqlers"), CHOIR]
    )
    assert damaged[0] > 0.4 > other.get(0, 0.0)


def test_a_word_cut_at_a_line_end_is_whole() -> None:
    _, cut, _ = cohesion.similarities(["salmon anglers", "sal-\nmon ang-\nlers", CHOIR])
    assert cut[0] > 0.99
