/** What every Python script begins with: how files are read, and how estimates and intervals are made. */
export const pythonEstimators = String.raw`import json
import os
import sys

import numpy as np
import pandas as pd
from scipy.special import expit, logit
from scipy.stats import beta, t


def read(name, **fields):
    def at(row, path):
        for key in path.split("."):
            row = None if row is None else row.get(key)
        return row

    with open(os.path.join(folder, name), encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    return pd.DataFrame({name: [how(at(row, path)) for row in rows] for name, (path, how) in fields.items()})


def words(value):
    return value


def flag(value):
    return None if value is None else str(value).lower()


def number(value):
    return np.nan if value is None else float(value)


def characters(value):
    return np.nan if value is None else len(value)


def sums(rows, people=None):
    """Of each person: x, how many rows they have, and y, what their values come to."""
    by_person = rows.groupby("user_id")["value"]
    x, y = by_person.count(), by_person.sum()
    if people is not None:
        x, y = x.reindex(people, fill_value=0), y.reindex(people, fill_value=0)
    return x.to_numpy(dtype=float), y.to_numpy(dtype=float)


def ratio(x, y):
    """Ratio mean and its standard error, clustered by person (Binder 1983)."""
    g, r = len(x), y.sum() / x.sum()
    squares = ((y - r * x) ** 2).sum()
    if squares < 1e-15 * max(1, (y**2).sum()):
        squares = 0
    return r, np.sqrt(g / (g - 1) * squares) / x.sum()


def korn_graubard(p, n, tail):
    """Exact interval of a share with so many independent answers (Korn & Graubard 1998)."""
    low = 0 if p == 0 else beta.ppf(tail, p * n, (1 - p) * n + 1)
    high = 1 if p == 1 else beta.ppf(1 - tail, p * n + 1, (1 - p) * n)
    return np.array([low, high])


def behind(x, y):
    """How many people stand behind an answer, yes or no, whichever has fewer."""
    return min(0 if of.sum() == 0 else of.sum() ** 2 / (of**2).sum() for of in (y, x - y))


def share_interval(x, y, tail=0.025):
    g = len(x)
    p, se = ratio(x, y)
    if se == 0:
        return korn_graubard(p, g, tail)
    worth, few = p * (1 - p) / se**2, behind(x, y)
    if worth > g and few < 10:
        return korn_graubard(p, (g * worth**few) ** (1 / (few + 1)), tail)
    half = t.ppf(1 - tail, g - 1) * se / (p * (1 - p))
    return expit(logit(p) + np.array([-half, half]))


def mean_interval(x, y):
    g = len(x)
    r, se = ratio(x, y)
    ends = lowest is not None and highest is not None
    if se == 0:
        if not ends or r not in (lowest, highest):
            return None
        return lowest + (highest - lowest) * korn_graubard((r - lowest) / (highest - lowest), g, 0.025)
    half = t.ppf(0.975, g - 1) * se
    if ends and g < 100:
        p = (r - lowest) / (highest - lowest)
        half = half / (highest - lowest) / (p * (1 - p))
        return lowest + (highest - lowest) * expit(logit(p) + np.array([-half, half]))
    low = r - half if lowest is None else max(r - half, lowest)
    high = r + half if highest is None else min(r + half, highest)
    return np.array([low, high])


def shown(value, limits, people):
    if limits is None:
        return {"estimate": None, "low": None, "high": None, "people": people}
    return {"estimate": value, "low": limits[0], "high": limits[1], "people": people}


def average(rows):
    people = rows["user_id"].nunique()
    if people < max(minimum, 2):
        return shown(None, None, people)
    x, y = sums(rows)
    limits = share_interval(x, y) if kind == "share" else mean_interval(x, y)
    return shown(y.sum() / x.sum(), limits, people)


def difference(a, b, within):
    """Side a less side b, by one linearisation over the people of both."""
    if within:
        both = set(a["user_id"]) & set(b["user_id"])
        a, b = a[a["user_id"].isin(both)], b[b["user_id"].isin(both)]
    people = pd.unique(pd.concat([a["user_id"], b["user_id"]]))
    if min(a["user_id"].nunique(), b["user_id"].nunique()) < max(minimum, 2):
        return shown(None, None, len(people))
    xa, ya = sums(a, people)
    xb, yb = sums(b, people)
    if np.array_equal(xa, xb) and np.array_equal(ya, yb):
        return shown(0, [0, 0], len(people))
    ra, rb = ya.sum() / xa.sum(), yb.sum() / xb.sum()
    za, zb = (ya - ra * xa) / xa.sum(), (yb - rb * xb) / xb.sum()
    on_a, on_b = xa > 0, xb > 0
    side_a, side_b = (xa[on_a], ya[on_a]), (xb[on_b], yb[on_b])
    (_, se_a), (_, se_b) = ratio(*side_a), ratio(*side_b)
    if kind == "share":

        def rare(x, y):
            p, se = ratio(x, y)
            if se == 0 or min(y.sum(), (x - y).sum()) < 10 or behind(x, y) < 10:
                return True
            return min(p, 1 - p) * p * (1 - p) / se**2 < 10

        if rare(*side_a) or rare(*side_b):
            # Newcombe (1998), Zou & Donner (2008): from the shares' own intervals.
            rho = 0 if se_a == 0 or se_b == 0 else (za * zb).sum() / np.sqrt((za**2).sum() * (zb**2).sum())
            one, other = share_interval(*side_a), share_interval(*side_b)

            def apart(s, u):
                return np.sqrt(max(s**2 + u**2 - 2 * rho * s * u, 0))

            low = ra - rb - apart(ra - one[0], other[1] - rb)
            high = ra - rb + apart(one[1] - ra, rb - other[0])
            return shown(ra - rb, [low, high], len(people))
    elif se_a == 0 or se_b == 0:
        return shown(None, None, len(people))
    variances, degrees = [], []
    for some in (on_a & ~on_b, on_b & ~on_a, on_a & on_b):
        n = some.sum()
        if n > 0:
            factor = n / (n - 1) if n > 1 else len(people) / (len(people) - 1)
            variances.append(factor * ((za - zb)[some] ** 2).sum())
            degrees.append(max(n - 1, 1))
    variances, degrees = np.array(variances), np.array(degrees)
    df = min(variances.sum() ** 2 / (variances**2 / degrees).sum(), len(people) - 1)
    half = t.ppf(0.975, df) * np.sqrt(variances.sum())
    return shown(ra - rb, [ra - rb - half, ra - rb + half], len(people))

`;
