"""Fetch: a web page as the bytes that its server sends, and nothing that a hostile address could make of a fetch.

    address  ->  resolve  ->  connect to what was resolved  ->  redirect, or body within the limits
                 public?      (no second look-up)               (checked anew)

Only http and https. Proxies of the environment are not used: they would look the name up themselves. What the page says is
not read here; ingest reads the bytes as it reads any file's.
"""

from __future__ import annotations

from generator.fetch.addresses import is_address
from generator.fetch.fetching import Fetched, Limits, fetch

__all__ = ["Fetched", "Limits", "fetch", "is_address"]
