"""Analysis: documents to passages, claims, charges, disagreements and events. Model-free, deterministic, offline.

Each step is a function of its own that can be replaced and measured alone; `analyse` shows their order.
"""

from __future__ import annotations

from generator.analysis.charges import charges
from generator.analysis.claims import clusters
from generator.analysis.confirmed import confirmed
from generator.analysis.disagreements import disagreements
from generator.analysis.reading import read
from generator.analysis.timeline import events
from generator.model import Analysis, Evidence

__all__ = ["analyse"]


def analyse(evidence: Evidence) -> Analysis:
    """Everything the generator understands of the evidence. A source that could not be read is left out."""
    read_passages = [
        passage
        for key in sorted(evidence.documents)
        for passage in read(evidence.sources[key], evidence.documents[key], evidence.topic)
    ]
    claims, passages = clusters(read_passages, evidence.topic)
    issued = {key: source.stated("issued") for key, source in evidence.sources.items()}
    passages, claims, found = confirmed(passages, claims, charges(claims, passages, evidence.topic, issued))
    differ = disagreements(passages, found, evidence.topic, issued)
    return Analysis(passages, claims, found, differ, events(passages, differ, evidence.topic))
