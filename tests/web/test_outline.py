from __future__ import annotations

import pytest

from generator.web.outline import outline

PAGE = """\
---
title: from the front matter
---

# The *title* of it[^a]

Text.

## First \\*starred\\* & `code` { #first }

```python
# no heading
```

### Deeper ###

~~~~
## nor this
~~~
## still not
~~~~

##not one either
"""


def test_headings_without_their_markup() -> None:
    found = outline("page.md", PAGE)
    assert found.title == "The title of it"
    assert [text for _, text in found.headings] == ["First *starred* & code", "Deeper"]


def test_the_anchor_of_a_heading_is_that_of_the_site() -> None:
    found = outline("page.md", f"{PAGE}\n## Deeper\n\n## A [link](x.md)\n\nText.\n")
    assert found.anchors == ("first", "deeper", "deeper_1", "")
    assert found.anchor_at(len(PAGE.splitlines())) == "deeper"
    assert found.anchor_at(1) == ""


@pytest.mark.parametrize(
    ("line", "heading"),
    [(1, ""), (7, ""), (9, "First *starred* & code"), (12, "First *starred* & code"), (99, "Deeper")],
)
def test_the_heading_a_line_stands_under(line: int, heading: str) -> None:
    assert outline("page.md", PAGE).heading_at(line) == heading


def test_a_page_without_a_title_goes_by_its_file_name() -> None:
    assert outline("deep/who-says-what.md", "## Part\n").title == "who-says-what"
