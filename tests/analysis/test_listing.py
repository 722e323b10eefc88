from __future__ import annotations

import json

from generator.analysis.listing import jsonl, table
from generator.pipeline import Work
from tests.dispute import Said, alleged, analysis, evidence

FIELDS = "source file spans text article relevant role role_confidence speaker chain kind caveats dates numbers claim".split()  # noqa: SIM905


def test_a_line_a_passage_with_every_field(sample_work: Work) -> None:
    rows = [json.loads(line) for line in jsonl(sample_work.analysis.passages, sample_work.evidence)]
    assert len(rows) == len(sample_work.analysis.passages)
    assert all(list(row) == FIELDS for row in rows)


def test_spans_lead_back_to_the_raw_file(sample_work: Work, seeds_work: Work) -> None:
    for work in (sample_work, seeds_work):
        for line in jsonl(work.analysis.passages, work.evidence):
            row = json.loads(line)
            raw = (
                (work.root / "seeds" / row["file"]).read_bytes().decode(work.evidence.documents[row["source"]].encoding)
            )
            assert all(0 <= start < end <= len(raw) for start, end in row["spans"])
            first = row["text"].split()[0].strip("“”\"'‘’(—")
            assert first[:3] in raw[slice(*row["spans"][0])] or not first.isalnum()


def test_line_breaks_and_other_letters_stay_on_one_line() -> None:
    said = {"wire": [Said("Ein Käse: “ja”.")]}
    of = evidence(said)
    (line,) = jsonl(analysis(said, of).passages, of)
    assert "Käse: “ja”" in line


def test_the_table_cuts_what_is_long_and_names_the_chain() -> None:
    said = {"wire": [alleged("The Guild said " + "fog " * 40 + "is bad.", "Orchard Guild", chain=("Radio Tarn",))]}
    of = evidence(said)
    head, line = table(analysis(said, of).passages)
    assert head.split() == ["passage", "role", "conf", "speaker", "text"]
    assert line.startswith("wire:0 ")
    assert "Orchard Guild < Radio Tarn" in line
    assert line.endswith("…")
    assert list(table(())) == [head]
