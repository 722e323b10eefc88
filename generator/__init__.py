"""Turns a pile of source articles on a contested topic into explainer pages whose every statement cites exact words."""

from __future__ import annotations

__version__ = "0.1.0"
