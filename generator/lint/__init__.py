"""Checks the pages of the explainer: rules find, renderers print."""

from generator.lint.checking import check
from generator.lint.reading import Reading

__all__ = ["Reading", "check"]
