"""Means and differences a second time, by clustered least squares (statsmodels) on the rows of survey.json; the first
numbers of the seeded generator; rank centrality by eigenvectors (numpy). Writes clustered.json, seeded.json and
rank-centrality.json, with 12 significant digits."""

import json
import os
from pathlib import Path

import numpy as np
import pandas as pd
import statsmodels.api as sm

HERE = Path(os.environ.get("FIXTURES", "fixtures"))
PUBLISHED = Path(__file__).parents[2] / "data" / "published" / "pairwise_win_matrix.json"


def write(name, content):
    def rounded(value):
        if isinstance(value, dict):
            return {key: rounded(item) for key, item in value.items()}
        if isinstance(value, (list, tuple, np.ndarray)):
            return [rounded(item) for item in value]
        if isinstance(value, (float, np.floating)):
            return float(f"{value:.12g}")
        return value.item() if isinstance(value, np.generic) else value

    compact = lambda value: json.dumps(value, separators=(",", ":"))
    lines = ",\n".join(f"{compact(key)}:{compact(value)}" for key, value in rounded(content).items())
    (HERE / f"{name}.json").write_text(f"{{\n{lines}\n}}\n")


def fit(y, x, person):
    """Least squares with standard errors clustered by person, factor G/(G − 1) alone."""
    clusters = person.nunique()
    model = sm.OLS(y, x).fit(
        cov_type="cluster", cov_kwds={"groups": person, "use_correction": False}, use_t=True
    )
    return model.params.iloc[-1], model.bse.iloc[-1] * np.sqrt(clusters / (clusters - 1)), clusters


def difference(y, is_a, person):
    """The difference of two means by least squares; people on one side only and on both each have their own n/(n − 1)."""
    design = pd.DataFrame({"one": 1.0, "is_a": is_a.astype(float)})
    model = sm.OLS(y, design).fit()
    influence = (np.linalg.inv(design.T @ design).dot(design.T).T * model.resid.to_numpy()[:, None])[:, 1]
    of_person = pd.Series(influence, y.index).groupby(person).sum()
    sides = is_a.groupby(person).agg(["min", "max"]).loc[of_person.index].astype(int)
    sets = [group for _, group in of_person.groupby([sides["min"], sides["max"]])]
    people = len(of_person)
    factor = lambda n: n / (n - 1) if n > 1 else people / (people - 1)
    variance = sum(factor(len(group)) * (group**2).sum() for group in sets)
    assert np.isclose(fit(y, design, person)[1], np.sqrt(people / (people - 1) * (of_person**2).sum()))
    return model.params["is_a"], np.sqrt(variance), people


def clustered():
    rows = pd.DataFrame(json.loads((HERE / "survey.json").read_text())["rows"])
    cases = {}
    for column in ("score", "chosen"):
        kept = rows[rows["opener"] & rows[column].notna()]
        value, se, people = fit(kept[column].astype(float), pd.Series(1.0, kept.index, name="one"), kept["person"])
        cases[f"{column}_all"] = {"value": value, "se": se, "people": people}
        for name, by, a, b in (("sides", "side", "a", "b"), ("models", "model", "p", "q")):
            pair = kept[kept[by].isin([a, b])]
            value, se, people = difference(pair[column].astype(float), pair[by] == a, pair["person"])
            cases[f"{column}_{name}"] = {"value": value, "se": se, "people": people}
    return cases


def generator(seed, count):
    """sfc32 (PractRand) from a splitmix32-filled state, 12 outputs dropped."""
    mask = 0xFFFFFFFF
    state = []
    for _ in range(3):
        seed = (seed + 0x9E3779B9) & mask
        z = seed ^ (seed >> 16)
        z = (z * 0x21F0AAAD) & mask
        z ^= z >> 15
        z = (z * 0x735A2D97) & mask
        state.append(z ^ (z >> 15))
    a, b, c = state
    counter = 1
    numbers = []
    for _ in range(12 + count):
        result = (a + b + counter) & mask
        counter = (counter + 1) & mask
        a = b ^ (b >> 9)
        b = (c + (c << 3)) & mask
        c = (((c << 21) | (c >> 11)) + result) & mask
        numbers.append(result)
    return numbers[12:]


def centrality(wins, alpha):
    wins = np.asarray(wins, dtype=float)
    n = len(wins)
    totals = wins + wins.T + 2 * alpha
    # Without a prior, pairs that never met are not walked between.
    shares = np.divide(wins + alpha, totals, out=np.zeros((n, n)), where=totals > 0) / (n - 1)
    np.fill_diagonal(shares, 0)
    np.fill_diagonal(shares, 1 - shares.sum(axis=0))
    values, vectors = np.linalg.eig(shares)
    leading = np.real(vectors[:, np.argmax(np.real(values))])
    return leading / leading.sum()


def rankings():
    published = json.loads(PUBLISHED.read_text())["matrix"]
    lopsided = [[0, 9, 4, 0], [1, 0, 7, 2], [3, 0, 0, 5], [0, 2, 1, 0]]
    unmet = [[0, 0, 3], [0, 0, 1], [2, 8, 0]]
    return {
        name: {"wins": wins, "alpha": alpha, "scores": centrality(wins, alpha)}
        for name, wins, alpha in (
            ("published", published, 1),
            ("published, prior 0.1", published, 0.1),
            ("lopsided", lopsided, 1),
            ("two that never met", unmet, 0.5),
            ("published, no prior", published, 0),
            ("lopsided, no prior", lopsided, 0),
            ("two that never met, no prior", unmet, 0),
        )
    }


write("clustered", clustered())
write("seeded", {str(seed): generator(seed, 8) for seed in (0, 1, 20240424, 4294967295)})
write("rank-centrality", rankings())
