from __future__ import annotations

from generator.model import Span
from generator.web.excerpt import Segment, in_context, passages_at, segments
from tests.web.sample import document, passage

TEXT = "alpha beta gamma delta"
DOCUMENT = document("a.txt", [TEXT])


def test_overlapping_marks_are_cut_at_every_border() -> None:
    marks = [("x", Span(0, 10)), ("y", Span(6, 16))]
    assert segments(DOCUMENT, Span(0, 22), marks) == [
        Segment("alpha ", ("x",), ("x",)),
        Segment("beta", ("x", "y"), ("y",)),
        Segment(" gamma", ("y",)),
        Segment(" delta"),
    ]


def test_a_mark_may_reach_beyond_the_span_and_one_outside_is_ignored() -> None:
    marks = [("x", Span(0, 8)), ("y", Span(17, 22))]
    assert segments(DOCUMENT, Span(6, 16), marks) == [Segment("be", ("x",), ("x",)), Segment("ta gamma")]


def test_nothing_is_lost() -> None:
    marks = [("x", Span(3, 9)), ("x", Span(12, 14)), ("y", Span(9, 12))]
    assert "".join(cut.text for cut in segments(DOCUMENT, Span(0, 22), marks)) == TEXT


def test_context_is_the_sentence_not_the_paragraph() -> None:
    where = document("a.txt", ["One stands here. Two is cited. Three follows."])
    sentences = [
        passage("a", order, where, words)
        for order, words in enumerate(("One stands here.", "Two is cited.", "Three follows."))
    ]
    words = [Span(21, 29)]
    cut = in_context(where, passages_at(sentences, words), words)
    assert [(segment.text, segment.marks) for segment in cut] == [("Two ", ()), ("is cited", ("cited",)), (".", ())]


def test_sentences_that_do_not_follow_each_other_are_joined_visibly() -> None:
    where = document("a.txt", ["One here. Two here. Three here."])
    sentences = [
        passage("a", order, where, words) for order, words in enumerate(("One here.", "Two here.", "Three here."))
    ]
    words = [Span(0, 3), Span(20, 25)]
    assert (
        "".join(cut.text for cut in in_context(where, passages_at(sentences, words), words))
        == "One here. […] Three here."
    )


def test_words_across_two_sentences_are_marked_in_one_piece() -> None:
    where = document("a.txt", ["One here. Two here."])
    sentences = [passage("a", 0, where, "One here."), passage("a", 1, where, "Two here.")]
    words = [Span(4, 13)]
    cut = in_context(where, passages_at(sentences, words), words)
    assert [segment.text for segment in cut if segment.marks] == ["here. Two"]


def test_without_a_passage_the_paragraph_serves() -> None:
    where = document("a.txt", ["Not this.", "Words that analysis left out."])
    words = [Span(where.text.index("Words"), where.text.index("Words") + 5)]
    assert "".join(cut.text for cut in in_context(where, (), words)) == "Words that analysis left out."


def test_a_passage_that_holds_only_half_of_the_words_gives_way_to_the_paragraph() -> None:
    where = document("a.txt", ["Half is known. Half is not."])
    words = [Span(5, 21)]
    cut = in_context(where, [passage("a", 0, where, "Half is known.")], words)
    assert [segment.text for segment in cut if segment.marks] == ["is known. Half i"]
