"""A small site as it is built, by hand: two pages, one source, words that are hostile to whoever copies them."""

from __future__ import annotations

from pathlib import Path

from generator.export import Edition, read_site
from generator.model import Citation, Derivation, Evidence, Note, Reference, ScannedPage, Source, Stated, Topic

MOMENT = 1767225600
"""1 January 2026."""
WORDS = "The toll robs islanders of 12 crowns a day"
OPEN = 'No <b>date</b> for a *vote* & "no" plan'

_FRAME = """<!doctype html>
<html lang="en" class="no-js"><head><title>{title}</title>
<meta name="description" content="A dispute &amp; its sources"></head>
<body dir="ltr"><nav class="md-nav md-nav--primary"><a href="index.html" title="The toll &amp; the bridge" class="md-nav__button md-logo">x</a>
<a href="{up}index.html" class="md-nav__link">Home</a><a href="{up}claims.html" class="md-nav__link md-nav__link--active">Claims</a></nav>
<article class="md-content__inner md-typeset">
{article}
</article><script>theme()</script></body></html>
"""
HOME = """<h1 id="the-toll">The toll<a class="headerlink" href="#the-toll" title="Permanent link">&para;</a></h1>
<p>Read <a href="claims.html#charge">the charge</a>, <a href="claims.json">the data</a> and <a href="https://example.org/a">a page</a>.<br></p>
<p><img alt="a bridge" src="bridge.svg"><img alt="elsewhere" src="https://example.org/b.png"></p>
<svg viewBox="0 0 4 4"><linearGradient id="shade"/><path d="M0 0"/></svg>"""
CLAIMS = f"""<h1 id="claims">Claims</h1>
<h2 id="charge">The charge</h2>
<ul><li>The union said: “{WORDS}”.<sup class="note-mark note-mark--sourced" id="fnref:robs"><a class="footnote-ref" href="#fn:robs" role="doc-noteref">1</a></sup></li></ul>
<table><thead><tr><th>Who</th><th>What</th></tr></thead><tbody><tr><td>Port | pier</td><td>open.<sup class="note-mark note-mark--sourced" id="fnref:open"><a class="footnote-ref" href="#fn:open" role="doc-noteref">2</a></sup></td></tr></tbody></table>
<p>Counted.<sup class="note-mark note-mark--derived" id="fnref:count"><a class="footnote-ref" href="#fn:count" role="doc-noteref">= 3</a></sup></p>
<div class="footnote" role="doc-endnotes" aria-label="Notes"><p class="note-title">Notes</p><ol>
<li class="note note--sourced" id="fn:robs"><blockquote class="note-words"><p>“<mark>{WORDS}</mark>,” said Mira Voss.</p></blockquote><p class="note-says">Mira Voss</p><p class="note-foot"><a class="note-context" href="sources/herald.html#the-toll-robs">in context</a> <button type="button">copy</button><a class="footnote-backref" href="#fnref:robs" role="doc-backlink">↩</a></p></li>
<li class="note note--sourced" id="fn:open"><blockquote class="note-words"><p><mark>No &lt;b&gt;date&lt;/b&gt; for a *vote* &amp; "no" plan</mark>.</p></blockquote><p class="note-foot"><a class="note-context" href="sources/herald.html#no-date">in context</a><a class="footnote-backref" href="#fnref:open" role="doc-backlink">↩</a></p></li>
<li class="note note--derived" id="fn:count"><p class="note-says"><strong>Derived:</strong> one source.</p><p class="note-foot"><code>sources 1</code><a class="footnote-backref" href="#fnref:count" role="doc-backlink">↩</a></p></li>
</ol></div>"""
BIBLIOGRAPHY = '<h1 id="sources">Sources</h1>\n<h2 id="claims"><a href="herald.html">The Herald</a></h2>'
HERALD = """<h1 id="the-herald">The Herald</h1>
<div class="source-excerpts">
<blockquote><p>“<mark id="the-toll-robs" data-cited="the-toll-robs">The toll robs islanders</mark></p></blockquote>
<ul><li>Cited by <a href="../claims.html#fnref:robs">Claims</a>.</li></ul>
<blockquote><p><mark data-cited="the-toll-robs">of 12 crowns a </mark><mark data-cited="the-toll-robs other">day</mark>,” said Mira Voss.</p>
<p><mark id="no-date" data-cited="no-date">No &lt;b&gt;date&lt;/b&gt; for a *vote* &amp; "no" plan</mark>.</p></blockquote>
</div>"""
_OTHERS = {
    "claims.json": "{}",
    "bridge.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    "explainer/explainer.css": ".md-typeset { color: var(--ex-ink); }",
    "explainer/card.js": 'document.title += "</script>";',
    "search/search_index.js": 'var __index = {"config":{"lang":["en"]}}',
    "search/search_index.json": "{}",
    "sitemap.xml": "<urlset/>",
    "assets/theme.js": "1",
    "assets/theme.js.map": "{}",
    "assets/javascripts/lunr/min/lunr.da.min.js": "1",
    "assets/javascripts/lunr/min/lunr.multi.min.js": "1",
    "assets/javascripts/lunr/min/lunr.stemmer.support.min.js": "1",
    "assets/javascripts/lunr/wordcut.js": "1",
    "assets/javascripts/lunr/tinyseg.js": "1",
}


def write_site(folder: Path, **articles: str) -> Path:
    """The site in `folder`; `articles` replaces what pages say: home, claims, bibliography, herald."""
    pages = {
        "index.html": articles.get("home", HOME),
        "claims.html": articles.get("claims", CLAIMS),
        "sources/index.html": articles.get("bibliography", BIBLIOGRAPHY),
        "sources/herald.html": articles.get("herald", HERALD),
    }
    framed = {
        path: _FRAME.format(title="Toll", up="../" * path.count("/"), article=article)
        for path, article in pages.items()
    }
    for path, content in {**framed, "404.html": "<html></html>", **_OTHERS}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return folder


def edition(folder: Path, **articles: str) -> Edition:
    """The site as an edition of which two statements quote a source and one is computed."""
    bodies: dict[str, Citation | Derivation] = {
        "robs": Citation("herald", WORDS),
        "open": Citation("herald", OPEN),
        "count": Derivation("sources", ("1",)),
    }
    notes = tuple(Note(label, body, 1, 1, "", 1) for label, body in bodies.items())
    references = (*(Reference(label, 1, 1) for label in bodies), Reference("undefined", 1, 1))
    herald = Source("herald", "herald.txt", "ab" * 32, Stated("newspaper"))
    return Edition(
        site=read_site(write_site(folder, **articles)),
        evidence=Evidence(Topic("Toll", "toll"), {"herald": herald}, {}, digest="cd" * 32),
        scanned=(ScannedPage("docs/README.md", (), ()), ScannedPage("docs/claims.md", notes, references)),
        licence="MIT License\n\nFree for\nall.\n\n-----\n\nNo warranty.\n",
        moment=MOMENT,
        version="1.2",
    )
