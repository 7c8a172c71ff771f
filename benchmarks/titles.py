"""Accuracy, coverage, time and memory of the title coder, against simpler methods.

    python benchmarks/titles.py --data ../shared/data           # the report
    python benchmarks/titles.py --data ../shared/data --fit     # refits the weights and the model

Reported titles are split by a hash of their folded words into a tuning half and a reporting half.
Weights and calibration come from the tuning half only; the figures printed are five-fold
cross-validation over the reporting half. Held out means: every indexed title, of any kind, that
shares one folded reading with a held-out title is removed from the index and from what the model of
words is fitted on, fold by fold. A hit is a six-digit code under which incumbents reported that
very title. With `--fit` the model that travels with the package is fitted on all titles.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from title_training import fit_model

from careerlattice.catalog.catalog import open_release
from careerlattice.match.titles.coder import FEATURES, TitleCoder, build_index
from careerlattice.match.titles.index import TitleIndex
from careerlattice.match.titles.release_coder import jobs_by_line
from careerlattice.match.titles.title_model import TitleModel
from careerlattice.match.titles.words import learn_abbreviations, title_forms, title_words
from careerlattice.release.arrays import arrays_to_bytes

FOLDS = 5
IDENTICAL = FEATURES.index("identical")
FIXED = {"identical": 4.0, "identical_official": 4.0, "identical_jobs": 0.5}
TITLES = Path(__file__).parents[1] / "src/careerlattice/match/titles"
JOBS = jobs_by_line(open_release())
START = {"words": 0.05, "neighbors": 0.4, "residual": -0.5, "model": 0.6}


@dataclass(frozen=True)
class Entry:
    """One published title."""

    title: str
    code: str
    kind: str
    keys: frozenset[str]


@dataclass(frozen=True)
class Asked:
    """One title to code: its text, the right six-digit codes, its weight."""

    text: str
    gold: frozenset[str]
    keys: frozenset[str]
    weight: float = 1.0


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def read_entries(data: Path) -> list[Entry]:
    folder = data / "onet-30.1"
    found = [(r[1], r[0], "official") for r in rows(folder / "Occupation Data.txt")]
    for r in rows(folder / "Alternate Titles.txt"):
        found.append((r[1], r[0], "alternate"))
        if r[2] not in ("", "n/a"):
            found.append((r[2], r[0], "short"))
    found += [(r[1], r[0], "reported") for r in rows(folder / "Sample of Reported Titles.txt")]
    learned = learn_abbreviations(title for title, _, _ in found)
    return [
        Entry(t, c, k, frozenset(" ".join(title_words(f, learned)) for f in title_forms(t)))
        for t, c, k in found
    ]


def number_of(text: str) -> int:
    return int(hashlib.md5(text.encode()).hexdigest()[:8], 16)


def held_out_sets(entries: Sequence[Entry], kind: str) -> tuple[list[Asked], list[Asked]]:
    """Distinct titles of a kind, split into a tuning and a reporting half."""
    gold: dict[str, set[str]] = defaultdict(set)
    keys: dict[str, frozenset[str]] = {}
    for entry in entries:
        if entry.kind == kind and any(entry.keys):
            gold[entry.title.lower()].add(entry.code[:7])
            keys[entry.title.lower()] = entry.keys
    asked = [Asked(text, frozenset(gold[text]), keys[text]) for text in sorted(gold)]
    halves: tuple[list[Asked], list[Asked]] = ([], [])
    for one in asked:
        halves[number_of(min(one.keys)) % 2].append(one)
    return halves


def read_h2b(data: Path) -> list[Asked]:
    """Employers' titles of DOL H-2B cases; older codes also accept their SOC 2018 successors."""
    successors: dict[str, set[str]] = defaultdict(set)
    with (data / "crosswalks/soc2010_soc2018.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            successors[row["soc2010"]].add(row["soc2018"])
    with (data / "titles/h2b_titles_dev.csv").open(encoding="utf-8") as file:
        return [
            Asked(
                row["title"],
                frozenset({row["soc"]} | successors[row["soc"]]),
                frozenset(),
                float(row["n_cases"]),
            )
            for row in csv.DictReader(file)
        ]


def coder_of(entries: Sequence[Entry], parameters: dict[str, object] | None = None) -> TitleCoder:
    """A coder whose index and model know these titles and no others."""
    index, short_forms = build_index(
        [e.title for e in entries], [e.code for e in entries], [e.kind for e in entries]
    )
    return TitleCoder(index, short_forms, parameters, model=model_of(index), jobs=JOBS)


def model_of(index: TitleIndex) -> TitleModel:
    """The model fitted on the titles of an index."""
    titles, classes = index.titles_and_classes()
    return fit_model(titles, classes, index.six_digit)


def folds(asked: Sequence[Asked]) -> list[list[Asked]]:
    parts: list[list[Asked]] = [[] for _ in range(FOLDS)]
    for one in asked:
        parts[number_of(min(one.keys)) // 2 % FOLDS].append(one)
    return parts


def without(entries: Sequence[Entry], held: Sequence[Asked]) -> list[Entry]:
    gone = {key for one in held for key in one.keys}
    return [entry for entry in entries if not entry.keys & gone]


@dataclass(frozen=True)
class Answers:
    """Hits by rank, shape (texts, 5), the top scores, and the weights of the texts."""

    hits: NDArray[np.bool_]
    scores: NDArray[np.float64]
    weights: NDArray[np.float64]
    abstained: NDArray[np.bool_]
    gold: list[frozenset[str]]
    codes: list[list[str]]


def answers_of(coder: TitleCoder, asked: Sequence[Asked]) -> Answers:
    coded = coder.code([one.text for one in asked])
    hits = np.zeros((len(asked), 5), dtype=bool)
    for i, (one, suggestions) in enumerate(zip(asked, coded, strict=True)):
        for j, suggestion in enumerate(suggestions):
            hits[i, j] = suggestion.onet_soc_code[:7] in one.gold
    return Answers(
        hits,
        np.array([suggestions[0].score for suggestions in coded]),
        np.array([one.weight for one in asked]),
        np.array([suggestions[0].abstained for suggestions in coded]),
        [one.gold for one in asked],
        [[s.onet_soc_code[:7] for s in suggestions] for suggestions in coded],
    )


def joined(parts: Sequence[Answers]) -> Answers:
    return Answers(
        np.concatenate([p.hits for p in parts]),
        np.concatenate([p.scores for p in parts]),
        np.concatenate([p.weights for p in parts]),
        np.concatenate([p.abstained for p in parts]),
        [g for p in parts for g in p.gold],
        [c for p in parts for c in p.codes],
    )


def interval(
    values: NDArray[np.float64], weights: NDArray[np.float64] | None = None
) -> tuple[float, float, float]:
    """Mean (weighted) and its 95 % percentile bootstrap interval over texts, 2,000 draws."""
    random = np.random.default_rng(20)
    weights = np.ones(len(values)) if weights is None else weights
    draws = random.integers(0, len(values), (2000, len(values)))
    means = (values[draws] * weights[draws]).sum(1) / weights[draws].sum(1)
    low, high = np.percentile(means, (2.5, 97.5))
    return float(np.average(values, weights=weights)), float(low), float(high)


def shown(values: NDArray[Any], weights: NDArray[np.float64] | None = None) -> str:
    return "{:.3f} [{:.3f}, {:.3f}]".format(*interval(values.astype(float), weights))


def report(name: str, answers: Answers, weighted: bool = False) -> None:
    print(f"\n{name}: {len(answers.scores)} titles")
    print("  top-1 six-digit      ", shown(answers.hits[:, 0]))
    print("  top-5 six-digit      ", shown(np.any(answers.hits, axis=1)))
    for digits, label in ((4, "minor group (3-digit)"), (2, "major group (2-digit)")):
        right = [c[0][:digits] in {g[:digits] for g in gold} if c else False
                 for c, gold in zip(answers.codes, answers.gold, strict=True)]  # fmt: skip
        print(f"  {label:21s}", shown(np.array(right)))
    if weighted:
        print("  top-1 by cases       ", shown(answers.hits[:, 0], answers.weights))
    kept = ~answers.abstained
    print(f"  answered {kept.mean():.3f}, right when answered {shown(answers.hits[kept, 0])}")
    error = 0.0
    for part in np.array_split(np.argsort(answers.scores, kind="stable"), 10):
        error += len(part) * abs(answers.scores[part].mean() - answers.hits[part, 0].mean())
    print(f"  calibration error over ten equal bins {error / len(answers.scores):.3f}")
    order = np.argsort(-answers.scores, kind="stable")
    curve = [
        f"{share:.0%} {answers.hits[order[: max(1, int(share * len(order)))], 0].mean():.3f}"
        for share in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
    ]
    print("  coverage: accuracy   ", ", ".join(curve))


# --- simpler methods on the same folds ------------------------------------------------------


def nearest_titles(
    entries: Sequence[Entry], asked: Sequence[Asked], method: str
) -> NDArray[np.bool_]:
    """Hits of a vote of the ten nearest titles by BM25 or by word TF-IDF cosine."""
    pairs = sorted({(key, e.code[:7]) for e in entries for key in e.keys if key})
    titles = sorted({key for key, _ in pairs})
    at = {key: i for i, key in enumerate(titles)}
    codes: list[list[str]] = [[] for _ in titles]
    for key, code in pairs:
        codes[at[key]].append(code)
    postings: dict[str, list[int]] = defaultdict(list)
    for i, key in enumerate(titles):
        for word in key.split():
            postings[word].append(i)
    size = np.array([len(key.split()) for key in titles], dtype=float)
    if method == "bm25":
        idf = {w: np.log(1 + (len(titles) - len(p) + 0.5) / (len(p) + 0.5))
               for w, p in postings.items()}  # fmt: skip
        weight = 2.2 / (1 + 1.2 * (0.25 + 0.75 * size / size.mean()))
    else:
        idf = {w: np.log((1 + len(titles)) / (1 + len(p))) + 1 for w, p in postings.items()}
        squares = np.array([sum(idf[w] ** 2 for w in key.split()) for key in titles])
        weight = 1 / np.sqrt(squares)
    learned = learn_abbreviations(e.title for e in entries)
    hits = np.zeros((len(asked), 5), dtype=bool)
    for i, one in enumerate(asked):
        score = np.zeros(len(titles))
        for word in title_words(one.text, learned):
            if word in postings:
                score[postings[word]] += idf[word] if method == "bm25" else idf[word] ** 2
        score *= weight
        votes: dict[str, float] = defaultdict(float)
        for title in np.argsort(-score, kind="stable")[:10]:
            for code in codes[title]:
                votes[code] += float(score[title]) / len(codes[title])
        best = sorted(votes, key=lambda code: (-votes[code], code))[:5]
        hits[i, : len(best)] = [code in one.gold for code in best]
    return hits


# --- fitting --------------------------------------------------------------------------------


def candidate_tables(
    coder: TitleCoder, asked: Sequence[Asked], start: NDArray[np.float32]
) -> list[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """For each title the features of its 60 likeliest occupations and which of them are right."""
    tables = []
    codes = np.array(coder.six_digit_codes)
    for one in asked:
        words = coder.words(one.text)
        if not words:
            continue
        table, _ = coder.features(words)
        best = np.argsort(-(table @ start), kind="stable")[:60]
        right = np.isin(codes[best], list(one.gold)).astype(float)
        tables.append((table[best].astype(float), right))
    return tables


def fit_weights(
    tables: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]], ridge: float = 2.0
) -> dict[str, float]:
    """Conditional logit by Newton steps, features scaled for the ridge, ``FIXED`` kept."""
    seen = [t for t in tables if t[1].any()]
    features = np.stack([t[0] for t in seen])
    right = np.stack([t[1] for t in seen])
    free = [i for i, name in enumerate(FEATURES) if name not in FIXED]
    offset = sum(features[:, :, FEATURES.index(name)] * value for name, value in FIXED.items())
    scale = features.std((0, 1))[free]
    x = features[:, :, free] / scale

    def shares(b: NDArray[np.float64]) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
        s = x @ b + offset
        p = np.exp(s - s.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        of_right = (p * right).sum(1, keepdims=True)
        return float(np.log(of_right + 1e-12).sum() - ridge * b @ b / 2), p, p * right / of_right

    b = np.zeros(len(free))
    value, p, q = shares(b)
    for _ in range(60):
        gradient = np.einsum("ij,ijk->k", q - p, x) - ridge * b
        mean = np.einsum("ij,ijk->ik", p, x)
        flat = (x * np.sqrt(p)[:, :, None]).reshape(-1, len(free))
        hessian = flat.T @ flat - mean.T @ mean + ridge * np.eye(len(free))
        step = np.linalg.solve(hessian, gradient)
        while np.abs(step).max() > 1e-7:
            better = shares(b + step)
            if better[0] > value:
                break
            step /= 2
        else:
            break
        b = b + step
        value, p, q = better
    weights = dict(zip([FEATURES[i] for i in free], (b / scale).tolist(), strict=True)) | FIXED
    return {name: round(float(weights[name]), 4) for name in FEATURES}


def fit_calibration(
    scores: NDArray[np.float64], hits: NDArray[np.bool_], bins: int
) -> list[list[float]]:
    """Knots of a non-decreasing map from softmax share to probability (pooled equal bins)."""
    order = np.argsort(scores, kind="stable")
    blocks = [
        [float(scores[part].mean()), float(hits[part].mean()), float(len(part))]
        for part in np.array_split(order, bins)
    ]
    pooled: list[list[float]] = []
    for block in blocks:
        pooled.append(block)
        while len(pooled) > 1 and pooled[-2][1] >= pooled[-1][1]:
            b, a = pooled.pop(), pooled.pop()
            n = a[2] + b[2]
            pooled.append([(a[0] * a[2] + b[0] * b[2]) / n, (a[1] * a[2] + b[1] * b[2]) / n, n])
    knots = [[0.0, min(0.02, pooled[0][1])], *([x, y] for x, y, _ in pooled)]
    return [[round(x, 4), round(y, 4)] for x, y in [*knots, [1.0, pooled[-1][1]]]]


def fit(entries: Sequence[Entry], tuning: Sequence[Asked], h2b: Sequence[Asked]) -> None:
    start = np.array([START.get(name, 0.0) for name in FEATURES], dtype=np.float32)
    flat: dict[str, object] = {
        "weights": dict.fromkeys(FEATURES, 0.0),
        "temperature": 1.0,
        "calibration": {"identical": [[0, 0], [1, 1]], "other": [[0, 0], [1, 1]]},
        "threshold": 0.0,
    }
    parts = folds(tuning)
    coders = [coder_of(without(entries, part), flat) for part in parts]
    tables = []
    for coder, part in zip(coders, parts, strict=True):
        tables += candidate_tables(coder, part, start)
    parameters = flat | {"weights": fit_weights(tables)}
    print(json.dumps(parameters["weights"], indent=1))
    tuned = [
        answers_of(coder.weighed(parameters), part)
        for coder, part in zip(coders, parts, strict=True)
    ]
    coder = coder_of(entries, parameters)
    same = [one for one in h2b if coder.features(coder.words(one.text))[0][:, IDENTICAL].any()]
    real = answers_of(coder, same)
    held = joined(tuned)
    parameters["calibration"] = {
        "identical": fit_calibration(real.scores, real.hits[:, 0], 5),
        "other": fit_calibration(held.scores, held.hits[:, 0], 14),
    }
    parameters["threshold"] = 0.35
    parameters["fitted"] = (
        "benchmarks/titles.py --fit: weights and 'other' calibration on the tuning half of the "
        "reported titles of O*NET 30.1, 'identical' calibration on the H-2B development titles"
    )
    (TITLES / "title_coder.json").write_text(json.dumps(parameters, indent=1) + "\n", "utf-8")
    (TITLES / "title_model.npz").write_bytes(arrays_to_bytes(coder.model.to_arrays()))
    report("tuning half, uncalibrated", held)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--no-baselines", action="store_true")
    options = parser.parse_args()
    entries = read_entries(options.data)
    tuning, reporting = held_out_sets(entries, "reported")
    h2b = read_h2b(options.data)
    if options.fit:
        fit(entries, tuning, h2b)
        return
    parts = folds(reporting)
    report(
        "reported titles, held out",
        joined([answers_of(coder_of(without(entries, part)), part) for part in parts]),
    )
    coder = coder_of(entries)
    columns = [[getattr(e, name) for e in entries] for name in ("title", "code", "kind")]
    started = time.process_time()
    fresh = TitleCoder.build(*columns, model=coder.model, jobs=JOBS)
    built = time.process_time() - started
    report("H-2B employers' titles", answers_of(coder, h2b), weighted=True)
    unseen = [o for o in h2b if not coder.features(coder.words(o.text))[0][:, IDENTICAL].any()]
    report("H-2B titles not in the index", answers_of(coder, unseen), weighted=True)
    alternate = held_out_sets(entries, "alternate")[1]
    sample = sorted(alternate, key=lambda one: number_of(one.text))[:2000]
    report("alternate titles, held out", answers_of(coder_of(without(entries, sample)), sample))
    texts = [one.text + " - Full Time" for one in (tuning + reporting + h2b)][:5000]
    started = time.process_time()
    fresh.code(texts)
    coded = time.process_time() - started
    size = len(entries)
    print(f"\nindex {built:.1f} s from {size:,} titles; 5,000 coded in {coded:.1f} s of one core")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if options.no_baselines:
        return
    methods: dict[str, Callable[[Sequence[Entry], Sequence[Asked]], NDArray[np.bool_]]] = {
        "BM25, ten nearest": lambda e, a: nearest_titles(e, a, "bm25"),
        "word TF-IDF, ten nearest": lambda e, a: nearest_titles(e, a, "tfidf"),
    }
    for name, method in methods.items():
        held = np.concatenate([method(without(entries, part), part) for part in parts])
        real = method(entries, h2b)
        print(f"\n{name}: reported {shown(held[:, 0])}, top-5 {shown(np.any(held, axis=1))}; "
              f"H-2B {shown(real[:, 0])}, by cases "
              f"{shown(real[:, 0], np.array([o.weight for o in h2b]))}")  # fmt: skip


if __name__ == "__main__":
    main()
