"""Checks the pages of the explainer: rules find, renderers print."""

from generator.lint.checking import check

__all__ = ["check"]
