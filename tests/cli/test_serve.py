"""A real server on the loopback interface, and a person at work in the project that it shows."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.test_cli import edit, everything

REPOSITORY = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds after which what was waited for is taken never to come; a build takes about two."""
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="interrupted by a signal")


@dataclass(frozen=True)
class Preview:
    address: str
    log: Path

    def page(self, name: str) -> str:
        try:
            with urlopen(self.address + name, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except HTTPError as error:  # not there yet
            return error.reason

    def until(self, name: str, *, shows: str = "", hides: str = "") -> str:
        """The page as soon as it holds the one text and not the other."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            page = self.page(name)
            if shows in page and (not hides or hides not in page):
                return page
            time.sleep(0.2)
        raise AssertionError(f"{name} never came to show “{shows}” without “{hides}”:\n{self.said()}")

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")


@contextmanager
def serving(root: Path, package: Path = REPOSITORY) -> Iterator[Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    preview = Preview(f"http://{address}/", root.parent / "served.log")
    with preview.log.open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "-C", str(root), "serve", "--address", address],
            cwd=package,
            env={**os.environ, "PYTHONPATH": str(package), "PYTHONUNBUFFERED": "1"},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_for(preview, process)
        yield preview
    finally:
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()


def _wait_for(preview: Preview, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            preview.page("index.html")
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"the server did not come up:\n{preview.said()}")


@pytest.fixture
def project(sample: Path) -> Path:
    assert CliRunner().invoke(main, ["-C", str(sample), "generate"]).exit_code == 0
    return sample


@POSIX
def test_the_preview_follows_edits_and_outlives_mistakes(project: Path) -> None:
    page, topic = project / "docs" / "allegations.md", project / "seeds" / "topic.yml"
    with serving(project) as preview:
        assert "To be mended" not in preview.page("allegations.html")

        edit(page, "# The allegations\n", "# The allegations\n\nA word of mine.\n")
        preview.until("allegations.html", shows="A word of mine.")

        # A bad citation stands on the page itself and in the terminal.
        note = next(
            line for line in page.read_text(encoding="utf-8").splitlines() if re.match(r"\[\^.*40,000 crates", line)
        )
        wrong = note.replace("40,000", "40,001")
        edit(page, note, wrong)
        shown = preview.until("allegations.html", shows="To be mended before the site can be built")
        assert (
            "<strong>altered-quote</strong> the source has “40,000 crates” where the note has “40,001 crates”" in shown
        )
        assert "note-mark--invalid" in shown
        assert "To be mended" not in preview.page("timeline.html")
        assert "altered-quote: the source has “40,000 crates”" in preview.said()
        edit(page, wrong, note)
        preview.until("allegations.html", shows="A word of mine.", hides="To be mended")

        # What cannot be read leaves the last good site in place, with the reason above it.
        sound = topic.read_text(encoding="utf-8")
        topic.write_text(sound + "parties: [\n", encoding="utf-8")
        shown = preview.until("index.html", shows='role="alert"')
        assert "The newest change could not be built." in shown
        assert "seeds/topic.yml:" in shown
        assert "The cold-fogging affair" in shown
        assert "seeds/topic.yml:" in preview.said()

        # What changes in seeds/ shows on pages that nobody has written anew yet, and docs/ stays as it is.
        before = everything(project / "docs")
        topic.write_text(sound.replace("The cold-fogging affair", "The affair of the fog"), encoding="utf-8")
        shown = preview.until("index.html", shows="The affair of the fog</h1>", hides='role="alert"')
        assert "as <code>explainer generate</code> would write it now" in shown
        assert "docs/index.md is out of date, and shown as `explainer generate` would write it" in preview.said()
        assert everything(project / "docs") == before
    assert "Traceback" not in preview.said()


@POSIX
@pytest.mark.slow
def test_changed_code_and_templates_show_and_broken_code_does_not_end_the_preview(
    project: Path, tmp_path: Path
) -> None:
    package = tmp_path / "checkout"
    kept = shutil.ignore_patterns("__pycache__", "bank")
    shutil.copytree(REPOSITORY / "generator", package / "generator", ignore=kept)
    template = package / "generator" / "compose" / "templates" / "timeline.md.j2"
    code = package / "generator" / "web" / "findings.py"
    with serving(project, package) as preview:
        edit(template, "# Timeline\n", "# When it was\n")
        preview.until("timeline.html", shows="When it was</h1>")
        sound = code.read_text(encoding="utf-8")
        code.write_text("this is no Python\n", encoding="utf-8")
        assert "SyntaxError" in preview.until("timeline.html", shows='role="alert"')
        code.write_text(sound.replace("You see this page as", "Here is this page as"), encoding="utf-8")
        preview.until("timeline.html", shows="Here is this page as", hides='role="alert"')


@POSIX
def test_a_preview_that_begins_with_a_mistake_says_so_and_recovers(project: Path) -> None:
    topic = project / "seeds" / "topic.yml"
    sound = topic.read_text(encoding="utf-8")
    topic.write_text(sound + "parties: [\n", encoding="utf-8")
    with serving(project) as preview:
        assert "seeds/topic.yml:" in preview.page("")
        topic.write_text(sound, encoding="utf-8")
        preview.until("index.html", shows="The cold-fogging affair", hides='role="alert"')


def test_an_address_in_use_is_told_with_the_way_out(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        result = CliRunner().invoke(main, ["-C", str(project), "serve", "--address", address])
    assert result.exit_code == 2
    assert f"error: {address} cannot be used: " in result.stderr
    assert "help: name another with --address HOST:PORT" in result.stderr


def test_a_project_without_pages_is_told_how_to_come_by_them(sample: Path) -> None:
    result = CliRunner().invoke(main, ["-C", str(sample), "serve"])
    assert (result.exit_code, result.stderr) == (
        2, "error: docs/: there are no pages to preview\n  help: type: explainer generate\n",
    )  # fmt: skip


def test_a_warning_does_not_keep_the_site_from_being_built(project: Path, tmp_path: Path) -> None:
    (project / "seeds" / "stray.txt").write_text("Not listed.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["-C", str(project), "build", "--site-dir", str(tmp_path / "site")])
    assert result.exit_code == 0, result.output
    assert "seeds/stray.txt: unlisted-source (warning)" in result.stdout
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_preview_can_be_built_in_spite_of_findings(project: Path, tmp_path: Path) -> None:
    page = project / "docs" / "allegations.md"
    page.write_text(
        page.read_text(encoding="utf-8") + '\nSo.[^wrong]\n\n[^wrong]: @nobody "no words"\n', encoding="utf-8"
    )
    arguments = ["-C", str(project), "build", "--site-dir", str(tmp_path / "site")]
    assert CliRunner().invoke(main, arguments).exit_code == 1
    preview = CliRunner().invoke(main, [*arguments, "--preview"])
    assert preview.exit_code == 0
    assert preview.stdout.startswith(
        "A preview is built, with 1 finding marked on its pages: look at it, and do not publish it."
    )
    assert "docs/allegations.md:" in preview.stderr
    shown = (tmp_path / "site" / "allegations.html").read_text(encoding="utf-8")
    assert "<strong>unknown-source</strong>" in shown


def test_a_preview_without_findings_is_not_the_site_either(project: Path, tmp_path: Path) -> None:
    arguments = ["-C", str(project), "build", "--preview", "--site-dir", str(tmp_path / "site")]
    result = CliRunner().invoke(main, arguments)
    assert result.stdout.startswith(
        "A preview is built, and nothing was found; `explainer build` makes the site to publish."
    )
    assert result.stderr == ""
