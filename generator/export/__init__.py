"""Offline copies of the built site, and whether a copy is whole."""

from generator.export import catalogue
from generator.export.copies import FORMATS, Copy, make_copy
from generator.export.edition import Edition
from generator.export.extras import ExtraMissingError
from generator.export.site import read_site
from generator.export.verification import Verified, verify

__all__ = [
    "FORMATS",
    "Copy",
    "Edition",
    "ExtraMissingError",
    "Verified",
    "catalogue",
    "make_copy",
    "read_site",
    "verify",
]
