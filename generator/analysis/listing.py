"""The passages as lines: a table for people, JSON Lines for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.analysis import figures
from generator.analysis.evaluation import Score
from generator.analysis.evaluation import figures as of_score
from generator.model import Evidence, Passage, Role

_TEXT_WIDTH = 76


def jsonl(passages: Iterable[Passage], evidence: Evidence) -> Iterator[str]:
    """One JSON object a passage. `spans` are [start, end] in characters of the decoded file."""
    for passage in passages:
        yield json.dumps(record(passage, evidence), ensure_ascii=False)


def record(passage: Passage, evidence: Evidence) -> dict[str, object]:
    """A passage as plain data."""
    return {
        "source": passage.source,
        "file": evidence.sources[passage.source].file,
        "spans": [[span.start, span.end] for span in passage.spans],
        "text": passage.text,
        "article": passage.headline,
        "relevant": passage.relevant,
        "role": passage.role.value,
        "role_confidence": passage.confidence,
        "speaker": passage.speaker,
        "chain": list(passage.chain),
        "kind": passage.kind.value,
        "caveats": list(passage.caveats),
        "dates": [{"words": d.words, "value": d.value, "basis": d.basis} for d in passage.dates],
        "numbers": [{"words": n.words, "value": n.value, "unit": n.unit} for n in passage.numbers],
        "claim": passage.claim,
    }


def table(passages: Iterable[Passage]) -> Iterator[str]:
    """One line a passage: where, role, confidence, speaker (through whom), text."""
    yield f"{'passage':<24} {'role':<14} {'conf':<5} {'speaker':<34} text"
    for passage in passages:
        speaker = passage.speaker + (f" < {', '.join(passage.chain)}" if passage.chain else "")
        text = passage.text if len(passage.text) <= _TEXT_WIDTH else passage.text[: _TEXT_WIDTH - 1] + "…"
        yield f"{passage.id:<24} {passage.role.value:<14} {passage.confidence:<5.2f} {speaker[:34]:<34} {text}".rstrip()


def report(score: Score) -> Iterator[str]:
    """A score for people to read."""
    yield f"units {score.units}, of them without a passage {score.unmatched}"
    yield ""
    yield f"{'role':<14} {'n':>4}   {'precision':>9} {'recall':>7} {'F1':>5}   {'precision':>9} {'recall':>7} {'F1':>5}"
    yield f"{'':<14} {'':>4}   {'strict':>9} {'':>7} {'':>5}   {'with alternative roles':>9}"
    for role in Role:
        strict, lenient = score.strict[role], score.lenient[role]
        yield (
            f"{role.value:<14} {strict.gold:>4}   {strict.precision:>9.3f} {strict.recall:>7.3f} {strict.f1:>5.3f}"
            f"   {lenient.precision:>9.3f} {lenient.recall:>7.3f} {lenient.f1:>5.3f}"
        )
    yield ""
    yield f"accuracy       strict {score.accuracy():.3f}   with alternative roles {score.accuracy(lenient=True):.3f}"
    yield f"macro F1       strict {score.macro_f1():.3f}   with alternative roles {score.macro_f1(lenient=True):.3f}"
    yield f"relevance      precision {score.relevance.precision:.3f}   recall {score.relevance.recall:.3f}   F1 {score.relevance.f1:.3f}"
    yield (
        f"speaker        precision {score.speakers.precision:.3f} ({score.speakers.right} of {score.speakers.predicted} named)"
        f"   recall {score.speakers.recall:.3f} (of {score.speakers.gold})"
    )
    yield ""
    yield from figures.table(of_score(score))
    if score.confused:
        yield ""
        yield "confused (gold -> found)"
        for (gold, found), number in sorted(score.confused.items(), key=lambda item: (-item[1], item[0])):
            yield f"{number:>4}  {gold.value} -> {found.value}"
