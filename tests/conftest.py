"""The sample project, and what the generator makes of it and of the project's own seeds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.pipeline import Work

TESTS = Path(__file__).parent
SAMPLE = TESTS / "sample"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample project in a folder whose name holds a blank."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "a project"))


@pytest.fixture(scope="session")
def sample_work() -> Work:
    return pipeline.study(SAMPLE)


@pytest.fixture(scope="session")
def seeds_work() -> Work:
    return pipeline.study(TESTS.parent)
