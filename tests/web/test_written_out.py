"""A project written out as files for a builder that runs no plugin."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.errors import ProjectError
from generator.web import written_out
from generator.web.written_out import WrittenOut, write_out
from tests.web import sample

EVIL = "Pears </title><script>alert(1)</script>"


def written(root: Path, config: str = sample.MKDOCS, pages: dict[str, str] | None = None) -> tuple[WrittenOut, Path]:
    path = sample.project(root / "project", pages)
    path.write_text(config, encoding="utf-8")
    (root / "out").mkdir()
    return write_out(path, sample.load(root / "project"), root / "out"), root / "out"


def settings(folder: Path) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load((folder / written_out.CONFIG).read_text(encoding="utf-8"))
    return found


def front_matter(folder: Path, page: str) -> dict[str, str]:
    text = (folder / "docs" / page).read_text(encoding="utf-8")
    found: dict[str, str] = yaml.safe_load(text.split("---\n")[1])
    return found


def test_what_the_plugin_would_add_stands_there_as_files(tmp_path: Path) -> None:
    out, folder = written(tmp_path)
    docs = folder / "docs"
    for name in ("sources/herald.md", "sources/index.md", "claims.json", "sources.bib", "explainer/card.js"):
        assert (docs / name).is_file(), name
    assert set(out.heads) == set(out.feet) >= {"index.html", "sources/herald.html", "how-this-site-is-made.html"}
    assert 'property="og:title"' in out.heads["index.html"]
    assert "How this site is made" in out.feet["sources/herald.html"]
    assert out.own_not_found


def test_the_text_of_a_page_stays_as_it_is_after_its_front_matter(tmp_path: Path) -> None:
    _, folder = written(tmp_path)
    assert (folder / "docs" / "index.md").read_text(encoding="utf-8").endswith(f"---\n\n{sample.INDEX}")


def test_the_configuration_names_the_extension_with_the_project_and_not_the_plugin(tmp_path: Path) -> None:
    config = sample.MKDOCS.replace("offline, explainer-sample", "offline, explainer, tags").replace(
        "site_name: The Saltholm toll", 'site_name: "Toll & <b>bridge</b>"\nsite_url: ""\nhooks: [x.py]'
    )
    out, folder = written(tmp_path, config)
    found = settings(folder)
    assert found["plugins"] == ["search", "offline", "tags"]
    assert out.not_run == ("the plugin `tags`", "`hooks`")
    assert {"explainer": {"root": str(tmp_path / "project"), "repository": ""}} in found["markdown_extensions"]  # type: ignore[operator]
    assert found["site_name"] == "Toll &amp; &lt;b&gt;bridge&lt;/b&gt;"
    assert not {"hooks", "site_url"} & set(found)
    assert "explainer/explainer.css" in found["extra_css"]  # type: ignore[operator]


def test_titles_and_descriptions_go_in_escaped(tmp_path: Path) -> None:
    pages = {"index.md": f"---\ndescription: {EVIL}\n---\n\n# Home\n", "two.md": f"# {EVIL.replace('<', '&lt;')}\n"}
    _, folder = written(tmp_path, pages=pages)
    assert "<" not in front_matter(folder, "index.md")["description"]
    assert "<" not in front_matter(folder, "two.md")["title"]
    assert "<" not in front_matter(folder, "sources/hostile.md")["title"]


@pytest.mark.parametrize(
    ("change", "files"),
    [
        (("use_directory_urls: false", "use_directory_urls: true"), {"index.html", "deep/page.html"}),
        (
            ("plugins: [search, offline,", "use_directory_urls: true\nplugins: [search,"),
            {"index.html", "deep/page/index.html"},
        ),
    ],
    ids=["offline", "folders"],
)
def test_pages_stand_where_the_builder_puts_them(tmp_path: Path, change: tuple[str, str], files: set[str]) -> None:
    config = sample.MKDOCS.replace("use_directory_urls: false\n", "") if "plugins" in change[0] else sample.MKDOCS
    out, _ = written(tmp_path, config.replace(*change), {"index.md": "# Home\n", "deep/page.md": "# Deep\n"})
    assert files <= set(out.heads)


def test_a_title_of_the_navigation_comes_first(tmp_path: Path) -> None:
    config = f"{sample.MKDOCS}nav:\n  - Start: index.md\n  - More:\n      - Inner: deep/page.md\n"
    out, _ = written(tmp_path, config, {"index.md": "# Home\n", "deep/page.md": "# Deep\n"})
    assert 'content="Start"' in out.heads["index.html"]
    assert 'content="Inner"' in out.heads["deep/page.html"]


def test_a_configuration_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"mkdocs\.yml: cannot be read"):
        written(tmp_path, "site_name: [")
