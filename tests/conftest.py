"""The sample project, and what the generator makes of it and of the project's own seeds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from generator import pipeline
from generator.pipeline import Work

# In CI the same examples at every run; on a desk new ones, so that what nobody thought of is found there.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

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
