"""Reader of PDF: the text layer, page by page, and nothing that would have to be recognised in a picture.

A PDF has no characters in an order, so what counts as its raw text is what pypdf extracts. The extra `pdf` brings pypdf, a library of
Python alone; without it everything else works.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from types import ModuleType

from generator.errors import SourceError
from generator.ingest import lines, plain_text
from generator.ingest.blocks import DraftItem
from generator.ingest.mapped import Mapped

MAGIC = b"%PDF-"
FORMAT, ENCODING = "pdf", "pdf"
_PAGE_BREAK = "\f"
_EDGE = 2
"""Lines at the top and at the foot of a page among which running heads are looked for: a title and a number."""
_DIGITS = re.compile(r"\d+")
_JOINT = re.compile(r"(?<=\S)[—–‐‑-][ ]*\n(?=\S)")
"""A dash that ends a line and touches the word before it: no blank stands behind it."""
_FEWEST_WORDS = 5
"""Of a page that has a text layer: a scan may carry a stamp or a page number as text."""


def is_pdf(data: bytes) -> bool:
    """Whether the bytes begin as a PDF does; a byte order mark or blanks may stand before."""
    return data[:1024].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(MAGIC)


def extract(data: bytes, name: str) -> str:
    """The text layer, pages set apart by a form feed. Raises SourceError where pypdf is missing, the file is damaged or locked, or no page
    has a text layer.
    """
    pypdf = _pypdf(name)
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL)  # what it cannot make out is told by our own message, or does not matter
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _unusable(name, "the PDF is locked with a password", "save a copy without it")
        pages = [page.extract_text() for page in reader.pages]
    except SourceError:
        raise
    except Exception as error:  # pypdf lets many kinds through from damaged files
        reason = str(error) or type(error).__name__
        raise _unusable(name, f"the PDF cannot be read: {reason}", "save it anew from a browser or a viewer") from error
    finally:
        log.setLevel(level)
    if not any(len(page.split()) >= _FEWEST_WORDS for page in pages):
        found = f"no text in any of its {len(pages)} pages" if len(pages) != 1 else "no text in its page"
        raise _unusable(
            name,
            f"{found}: it holds pictures of text, as a scan does",
            "have the text recognised first (for example: ocrmypdf scan.pdf article.pdf), and read the result against the picture",
        )
    return _PAGE_BREAK.join(page.encode("utf-8", "replace").decode("utf-8") for page in pages)


def read(text: Mapped) -> list[DraftItem]:
    """The one article of a PDF: its lines put together as those of a plain text are, also across the end of a page.

    Lines that pages repeat at their edges, and page numbers, are left out, as nothing after this knows of pages.
    """
    pages = [lines.split(page) for page in text.split(re.compile(_PAGE_BREAK))]
    repeated = _repeated(pages)
    kept = Mapped.join(
        part
        for page in pages
        for number, line in enumerate(page)
        if not (_is_edge(number, page) and _form(line) in repeated)
        for part in (line, _line_end(line))
    )
    return [DraftItem(plain_text.read(kept.sub(_JOINT, _joined)), {})]


def _repeated(pages: Sequence[Sequence[Mapped]]) -> frozenset[str]:
    """The lines, numbers apart, that stand at the edge of more than half of the pages."""
    counts = Counter(
        form for page in pages for form in {_form(line) for n, line in enumerate(page) if _is_edge(n, page)} if form
    )
    return frozenset(form for form, number in counts.items() if number > 1 and number * 2 > len(pages))


def _is_edge(number: int, page: Sequence[Mapped]) -> bool:
    filled = [n for n, line in enumerate(page) if line.text.strip()]
    return number in filled[:_EDGE] or number in filled[-_EDGE:]


def _form(line: Mapped) -> str:
    return _DIGITS.sub("#", " ".join(line.text.split()))


def _line_end(line: Mapped) -> Mapped:
    """A line end for the last line of a page, which has none."""
    return (
        line[:0]
        if line.text.endswith("\n") or not line.text
        else Mapped.standing_for("\n", line.ends[-1], line.ends[-1])
    )


def _joined(joint: re.Match[str]) -> str:
    """A hyphen between two small letters may divide a word: that is for those who compare words to say."""
    before, after = joint.string[joint.start() - 1], joint.string[joint.end()]
    return joint[0] if joint[0][0] in "-‐‑" and before.isalpha() and after.islower() else joint[0][0]


def _pypdf(name: str) -> ModuleType:
    try:
        import pypdf
    except ImportError as error:
        raise _unusable(
            name,
            "found a PDF, and the extra that reads PDFs is not installed",
            'type: pip install "explainer-generator[pdf]" (in a checkout: pip install "pypdf>=7")',
        ) from error
    return pypdf


def _unusable(name: str, message: str, advice: str) -> SourceError:
    return SourceError(message, where=name, help=f"{advice}; or save the article's text as UTF-8 and use that file")
