"""What the elements of HTML do to the text: begin a block, carry it along, or keep it from being read."""

from __future__ import annotations


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"dir", "menu", "ol", "ul"})
ARTICLES = frozenset({"article", "h1", "main"})
"""What makes an element part of the article even where its name says that it frames the page."""
FRAMES = frozenset({"aside", "footer", "form", "header", "nav"})
"""Parts of the page around the article."""
UNREAD = _names(
    "audio button canvas datalist head iframe noframes noscript object script select style svg template textarea"
    " title video"
)
"""Elements whose content is not running text."""
RAW = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})
"""Elements inside which no tag but their own end tag counts."""
BLOCKS = _names(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p"
    " pre search section summary table tbody td tfoot th thead title tr ul"
)
"""Elements whose start and end tags end the text before them."""
INLINE = _names(
    "a abbr acronym b bdi bdo big br cite code data del dfn em embed font i img input ins kbd label link mark meta nobr"
    " output picture progress q ruby rb rp rt s samp small source span strike strong sub sup time track tt u var"
    " wbr"
)
KNOWN = BLOCKS | INLINE | UNREAD
"""Every name that makes `<name>` markup in a text that need not be HTML."""
