"""Juries a second time (numpy): what each person made of each model, what the models are worth to a population, what every
rule makes of a jury, and how often each model wins. Writes juries.json: a study made by hand, and a seeded one with gaps."""

import json
import os
from pathlib import Path

import numpy as np

HERE = Path(os.environ.get("FIXTURES", "fixtures"))
RULES = ["mean", "chosen", "borda", "approval", "approval-own", "favourite", "least-disliked",
         "copeland", "maximin", "rank-centrality"]
DRAWS = 20_000


def table(rows, models, column):
    """People by models: the mean over a person's replies from a model; NaN where they never met."""
    people = max(row["person"] for row in rows) + 1
    cells = [[[] for _ in range(models)] for _ in range(people)]
    for row in rows:
        cells[row["person"]][row["model"]].append(row[column])
    return np.array([[np.mean(cell) if cell else np.nan for cell in own] for own in cells])


def column_means(values):
    """Means over those who have a value; NaN where nobody has."""
    met = ~np.isnan(values)
    return np.where(met.any(0), np.nansum(values, 0) / np.maximum(met.sum(0), 1), np.nan)


def said(rule, scores, chosen):
    """What each juror says of each model they met."""
    met = ~np.isnan(scores)
    if rule == "mean":
        return scores
    if rule == "chosen":
        return chosen
    out = np.full(scores.shape, np.nan)
    for u, own in enumerate(scores):
        seen = np.flatnonzero(met[u])
        if len(seen) == 0:
            continue
        values = own[seen]
        if rule == "borda":
            out[u, seen] = [0.5 if len(seen) == 1 else
                            ((values < v).sum() + ((values == v).sum() - 1) / 2) / (len(seen) - 1) for v in values]
        elif rule == "approval":
            out[u, seen] = values > 50
        elif rule == "approval-own":
            out[u, seen] = values > values.mean()
        elif rule == "favourite":
            best = values == values.max()
            out[u, seen] = best / best.sum()
        elif rule == "least-disliked":
            out[u, seen] = -(values <= 10).astype(float)
    return out


def pair_shares(scores, directed=False):
    """S(i, j): share of those who met both who scored i higher, ties half; ½ under three. `directed`: the counts."""
    n = scores.shape[1]
    shares, counts = np.full((n, n), 0.5), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            both = ~np.isnan(scores[:, i]) & ~np.isnan(scores[:, j])
            if i == j or both.sum() < 3:
                continue
            a, b = scores[both, i], scores[both, j]
            counts[i, j] = (a > b).sum() + (a == b).sum() / 2
            shares[i, j] = counts[i, j] / both.sum()
    return counts if directed else shares


def weigh(rule, scores, chosen):
    """What a jury makes of each model."""
    n = scores.shape[1]
    if rule == "copeland":
        shares = pair_shares(scores)
        return np.array([sum((shares[i, j] > 0.5) + (shares[i, j] == 0.5) / 2 for j in range(n) if j != i)
                         for i in range(n)])
    if rule == "maximin":
        shares = pair_shares(scores)
        return np.array([min(shares[i, j] for j in range(n) if j != i) for i in range(n)])
    if rule == "rank-centrality":
        wins = pair_shares(scores, directed=True) + 1
        chain = wins / (wins + wins.T) / (n - 1)
        np.fill_diagonal(chain, 0)
        np.fill_diagonal(chain, 1 - chain.sum(0))
        values, vectors = np.linalg.eig(chain)
        strength = np.real(vectors[:, np.argmax(np.real(values))])
        return strength / strength.sum()
    worst = 1 if rule == "mean" else -1 if rule == "least-disliked" else 0
    means = column_means(said(rule, scores, chosen))
    return np.where(np.isnan(means), worst, means)


def winner(values, random):
    return random.choice(np.flatnonzero(values >= values.max() - 1e-9))


def in_sample(scores, chosen, rule, size, random):
    """How often each model wins, and the mean welfare."""
    won = np.zeros(scores.shape[1])
    for _ in range(DRAWS if rule == "mean" else DRAWS // 5):
        jury = random.integers(len(scores), size=size)
        won[winner(weigh(rule, scores[jury], chosen[jury]), random)] += 1
    welfare = column_means(scores)
    return {"won": won / won.sum(), "mean": (won * np.nan_to_num(welfare)).sum() / won.sum(), "draws": won.sum()}


def held_out(scores, chosen, served, size, random):
    """Mean welfare where jurors come from one random half and those served are in the other."""
    found = []
    for _ in range(DRAWS):
        order = random.permutation(len(scores))
        first, second = order[: len(scores) // 2], order[len(scores) // 2 :]
        welfare = column_means(scores[[u for u in second if u in served]])
        jury = random.choice(first, size)
        values = weigh("mean", scores[jury], chosen[jury])
        values[np.isnan(welfare)] = -np.inf
        found.append(welfare[winner(values, random)])
    return {"mean": np.mean(found), "sd": np.std(found), "draws": DRAWS}


def study(rows, models):
    scores, chosen = table(rows, models, "score"), table(rows, models, "chosen")
    return {
        "models": models,
        "rows": rows,
        "scores": scores,
        "chosen": chosen,
        "welfare": {"score": column_means(scores), "chosen": column_means(chosen)},
        "weighed": {rule: weigh(rule, scores, chosen) for rule in RULES},
    }


def seeded_rows(random, people=40, models=6):
    """Openers of four replies, the best of them chosen; the last model is seldom shown."""
    liking = np.array([6, 4, 3, 0, -6, 2])
    often = np.array([1, 1, 1, 1, 1, 0.2])
    rows = []
    for person in range(people):
        taste = random.normal(0, 12, models)
        for _ in range(random.integers(1, 4)):
            shown = random.choice(models, 3, replace=False, p=often / often.sum())
            scores = np.clip(np.round(55 + liking[shown] + taste[shown] + random.normal(0, 15, 3)), 1, 100).astype(int)
            rows += [{"person": person, "model": int(m), "score": int(s), "chosen": int(i == scores.argmax())}
                     for i, (m, s) in enumerate(zip(shown, scores))]
    return rows


def write(content):
    def plain(value):
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        if isinstance(value, (list, tuple, np.ndarray)):
            return [plain(item) for item in value]
        if isinstance(value, (float, np.floating)):
            return None if np.isnan(value) else float(f"{value:.12g}")
        return value.item() if isinstance(value, np.generic) else value

    compact = lambda value: json.dumps(value, separators=(",", ":"))
    lines = ",\n".join(f"{compact(key)}:{compact(value)}" for key, value in plain(content).items())
    (HERE / "juries.json").write_text(f"{{\n{lines}\n}}\n")


hand = [[30, 40, 20], [90, 60, 30], [40, 10, 20], [90, 80, 70], [10, 100, 20]]
by_hand = [{"person": u, "model": m, "score": s, "chosen": int(s == max(own))}
           for u, own in enumerate(hand) for m, s in enumerate(own)]
random = np.random.default_rng(14)
rows = seeded_rows(random)
made = study(rows, 6)
served = set(range(0, 40, 2)) | set(range(1, 20, 2))
write({
    "hand": study(by_hand, 3),
    "seeded": made,
    "juries": [{"rule": rule, "size": size, **in_sample(made["scores"], made["chosen"], rule, size, random)}
               for rule, size in [("mean", 5), ("mean", 25), ("borda", 9), ("copeland", 9)]],
    "heldOut": {"served": sorted(served), "size": 10, **held_out(made["scores"], made["chosen"], served, 10, random)},
})
