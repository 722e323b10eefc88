"""Articles found on pages that mix several, against the truth of the pages' making (`mixed_pages`).

    python benchmarks/quality/layout.py [PATH-TO-BANK [NUMBER-OF-ERRORS]]

Topics and seeds come in two halves: rules are tuned on the one, both are printed. Counted over the blocks of a page that belong to an
article: WindowDiff (Pevzner and Hearst 2002) over the places where one article gives way to another, B-cubed F1 of the articles, and how many cut
sentences are put together again. Articles that stand alone, and several that follow each other unmixed, must stay what they are.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

import bank
import mixed_pages
from mixed_pages import FURNITURE, Page, Style

from generator import ingest
from generator.analysis import layout
from generator.analysis.figures import Figure, figure, table
from generator.model import Document, Span

PAGES = 20
"""Pages a half, style and noise."""
NOISE = (0.0, 0.02, 0.05)


@dataclass(frozen=True, slots=True)
class Reading:
    """One page as it was read, block by block in the order of the file."""

    wanted: tuple[int, ...]
    """Article of each block, furniture left out; likewise `found`."""
    found: tuple[int, ...]
    texts: tuple[str, ...]
    joined: tuple[int, int, int]
    """Cut sentences put together rightly, all joins made, all there are."""


def read(page: Page) -> Reading:
    document = ingest.read_bytes(page.text.encode(), "page.md")
    found = layout.articles(document)
    number = {p: a.number for a in found for paragraph in a.paragraphs for p in paragraph.pieces}
    labels = {block.span: _label(document, page, block.span) for block in document.blocks}
    kept = [block.span for block in document.blocks if labels[block.span] != FURNITURE]
    made = {
        (document.raw(a).end - 1, document.raw(b).start)
        for article in found
        for paragraph in article.paragraphs
        for a, b in pairwise(paragraph.pieces)
    }
    wanted = set(page.joins)
    return Reading(
        tuple(labels[span] for span in kept),
        tuple(number[span] for span in kept),
        tuple(document.slice(span) for span in kept),
        (len(made & wanted), len(made), len(wanted)),
    )


def _label(document: Document, page: Page, span: Span) -> int:
    raw = document.raw(span)
    return Counter(page.labels[raw.start : raw.end]).most_common(1)[0][0]


def window_diff(readings: Sequence[Reading]) -> float:
    """Share of windows in which the number of changes of article differs; a window is half a mean run of one article."""
    wrong = windows = 0
    for one in readings:
        wanted = [a != b for a, b in pairwise(one.wanted)]
        found = [a != b for a, b in pairwise(one.found)]
        size = max(1, round(len(one.wanted) / (2 * (sum(wanted) + 1))))
        for start in range(len(wanted) - size + 1):
            windows += 1
            wrong += sum(wanted[start : start + size]) != sum(found[start : start + size])
    return wrong / windows if windows else 0.0


def b_cubed(readings: Sequence[Reading]) -> float:
    """F1 of B-cubed precision and recall, over blocks."""
    precision = recall = total = 0.0
    for one in readings:
        both = Counter(zip(one.wanted, one.found, strict=True))
        found, wanted = Counter(one.found), Counter(one.wanted)
        precision += sum(n * n / found[f] for (_, f), n in both.items())
        recall += sum(n * n / wanted[w] for (w, _), n in both.items())
        total += len(one.wanted)
    return 2 * precision * recall / (precision + recall) / total if total else 0.0


def joins(readings: Sequence[Reading]) -> float:
    """F1 of cut sentences put together."""
    right, made, wanted = (sum(one.joined[i] for one in readings) for i in range(3))
    return 2 * right / (made + wanted) if made + wanted else 0.0


def whole(readings: Sequence[Reading]) -> float:
    """Share of pages on which each article is exactly what it was."""
    same = [len(set(zip(r.wanted, r.found, strict=True))) == len(set(r.wanted)) == len(set(r.found)) for r in readings]
    return sum(same) / len(same) if same else 0.0


def figures(folder: Path = bank.BANK) -> list[Figure]:
    """Pages of tuned and of unseen topics and seeds; intervals draw whole pages."""
    articles = bank.articles(folder)
    topics = sorted({article.topic_name for article in articles})
    found: list[Figure] = []
    for half, name in enumerate(("tuned on", "unseen")):
        stock = [article for article in articles if topics.index(article.topic_name) % 2 == half]
        found += _half(stock, name, 1000 * half)
    return found


def _half(stock: Sequence[bank.Labelled], name: str, seed: int) -> Iterator[Figure]:
    suited = [article.document for article in stock if mixed_pages.suits(article.document, article.genre)]
    for noise in NOISE:
        read_pages = [read(page) for page in mixed(suited, seed, noise)]
        about = f"pages {name}, {noise:.0%} noise"
        count = len(read_pages)
        yield figure(f"{about}: WindowDiff", read_pages, window_diff, count=count, unit="pages", floor=0.22, aim=0.12, smaller_is_better=True)  # fmt: skip
        yield figure(f"{about}: B-cubed F1", read_pages, b_cubed, count=count, unit="pages", floor=0.75, aim=0.9)
        yield figure(f"{about}: joins F1", read_pages, joins, count=count, unit="pages", floor=0.45)
    plain = [
        read(mixed_pages.page(suited, seed + i, 0.0, style, whole=True)) for style in Style for i in range(PAGES // 2)
    ]
    yield figure(f"articles in a row, {name}: B-cubed F1", plain, b_cubed, count=len(plain), unit="pages", floor=0.9)
    yield figure(f"articles in a row, {name}: kept", plain, whole, count=len(plain), unit="pages", floor=0.4)
    alone = [len(layout.articles(article.document)) == 1 for article in stock]
    yield figure(f"articles alone, {name}: kept", alone, _share, count=len(alone), unit="articles", floor=0.95)


def _share(kept: Sequence[bool]) -> float:
    return sum(kept) / len(kept) if kept else 0.0


def mixed(stock: Sequence[Document], seed: int, noise: float) -> Iterator[Page]:
    for style in Style:
        for number in range(PAGES):
            yield mixed_pages.page(stock, seed + number, noise, style)


def errors(folder: Path = bank.BANK) -> Iterator[str]:
    """Blocks on unseen pages that are read as part of another article than most of their own, with the truth before and the reading after the slash."""
    articles = bank.articles(folder)
    topics = sorted({article.topic_name for article in articles})
    stock = [a.document for a in articles if topics.index(a.topic_name) % 2 and mixed_pages.suits(a.document, a.genre)]
    for number, page in enumerate(mixed(stock, 1000, NOISE[-1])):
        one = read(page)
        homes = {w: Counter(f for v, f in zip(one.wanted, one.found, strict=True) if v == w) for w in set(one.wanted)}
        for wanted, found, text in zip(one.wanted, one.found, one.texts, strict=True):
            if found != homes[wanted].most_common(1)[0][0]:
                yield f"page {number}, {wanted}/{found}: {text[:100]}"


if __name__ == "__main__":
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else bank.BANK
    print("\n".join(table(figures(data))))
    for line in islice(errors(data), int(sys.argv[2]) if len(sys.argv) > 2 else 0):
        print("  ", line)
