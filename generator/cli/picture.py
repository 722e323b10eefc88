"""The command that draws the picture for social sites."""

from __future__ import annotations

from pathlib import Path

import click

from generator import project
from generator.cli.group import EXAMPLES, main
from generator.pipeline import DOCS
from generator.web.picture import FILE, SIZE, draw


@main.command(epilog=EXAMPLES + "explainer picture\n  explainer picture --font NotoSansJP-Regular.ttf")
@click.option("--font", type=click.Path(path_type=Path), metavar="FILE", help="A font that has the title's letters.")
@click.pass_obj
def picture(root: Path, font: Path | None) -> None:
    """Draw the picture that shows where a page is passed on, from the title and the question in seeds/topic.yml."""
    drawn = draw(project.load(root).topic, font)
    path = root / DOCS / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(drawn)
    width, height = SIZE
    click.echo(f"{DOCS}/{FILE}: {width} x {height} pixels, {len(drawn) / 1000:.0f} kB. Look at it, and commit it.")
    click.echo("Pages name it where the address of the site is known (SITE_URL, see mkdocs.yml).")
