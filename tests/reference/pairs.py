"""Preference pairs a second time, from rows as the release has them, with the standard library alone. Writes pairs.json: rows
made up so that every trap is met (two chosen replies of one text, tied tops, empty replies, messages of one reply, rows out of
order), and for a grid of recipes the counts after each step and the hash of the file.

python3 pairs.py RELEASE NAME… makes the pairs of recipes from utterances.jsonl and survey.jsonl of a folder instead, and
prints the hash of each file: those of `npm run pairs` over the same release must be equal."""

import hashlib
import itertools
import json
import os
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

MASK = 0xFFFFFFFF


def murmur_finaliser(h):
    h ^= h >> 16
    h = h * 0x85EBCA6B & MASK
    h ^= h >> 13
    h = h * 0xC2B2AE35 & MASK
    return h ^ h >> 16


def chance(seed, one, other):
    h = murmur_finaliser(seed + 0x9E3779B9 & MASK)
    return murmur_finaliser(murmur_finaliser(h ^ one) ^ other)


def number(name):
    return int(name.lstrip("abcdefghijklmnopqrstuvwxyz"))


def pairs_of(rows, recipe):
    """Pairs of the replies to one message, in the order of their ids."""
    kind = recipe["pairing"]
    chosen = [row for row in rows if row["if_chosen"]]
    rejected = [row for row in rows if not row["if_chosen"]]
    if kind == "each":
        return [(a, b) for a in chosen for b in rejected]
    if kind == "random":
        if not rejected or not chosen:
            return []
        drawn = rejected[chance(recipe["seed"], number(rows[0]["interaction_id"]), 0) * len(rejected) >> 32]
        return [(a, drawn) for a in chosen]
    ranked = sorted(rows, key=lambda row: (-row["score"], not row["if_chosen"], number(row["utterance_id"])))
    if kind == "extremes":
        return [(ranked[0], ranked[-1])] if len(ranked) > 1 else []
    place = {row["utterance_id"]: at for at, row in enumerate(ranked)}
    return [
        (a, b) if place[a["utterance_id"]] < place[b["utterance_id"]] else (b, a)
        for a, b in itertools.combinations(rows, 2)
    ]


PARTS = 0x70617274


def share_of(place, sizes):
    return "train" if place < sizes[0] / 100 else "validation" if place < (sizes[0] + sizes[1]) / 100 else "test"


def parts_of(pairs, recipe):
    """The part of each pair: of its person, of its conversation within the person, or of its conversation in time."""
    kind, seed, sizes = recipe["split"], recipe["seed"], recipe["sizes"]
    lots = lambda name: chance(seed, number(name), PARTS)
    if kind == "none":
        return [None] * len(pairs)
    if kind == "person":
        return [share_of(lots(pair[0]["user_id"]) / 2**32, sizes) for pair in pairs]
    held = defaultdict(set)
    for row, _ in pairs:
        when = row["time"] if kind == "time" else lots(row["conversation_id"])
        whose = None if kind == "time" else row["user_id"]
        held[whose].add((when, number(row["conversation_id"]), row["conversation_id"]))
    part = {}
    for own in held.values():
        for at, (_, _, name) in enumerate(sorted(own)):
            part[name] = share_of((at + 0.5) / len(own), sizes)
    return [part[pair[0]["conversation_id"]] for pair in pairs]


def is_tie(pair, gap):
    return gap is not None and abs(pair[0]["score"] - pair[1]["score"]) <= gap


def through(pair, recipe):
    gap, difference = recipe["gap"], pair[0]["score"] - pair[1]["score"]
    if gap is None or difference > gap:
        return True
    return {"dropped": False, "exact": difference == 0, "within": difference >= -gap}[recipe["ties"]]


def make(rows, recipe, passing):
    """The pairs of a recipe and what is there after each step. `passing` holds the replies that filters let through, or is None."""
    messages = defaultdict(list)
    for row in sorted(rows, key=lambda row: number(row["utterance_id"])):
        messages[row["interaction_id"]].append(row)
    steps = []

    def said(name, pairs):
        seen = [pair[0] for pair in pairs]
        count = lambda key: len({row[key] for row in seen})
        steps.append([name, len(pairs), count("interaction_id"), count("conversation_id"), count("user_id")])
        return pairs

    cuts = [("turns", lambda row: recipe["turns"] == "all" or (row["turn"] == 0) == (recipe["turns"] == "opener"))]
    if passing is not None:
        cuts.append(("filters", lambda row: row["utterance_id"] in passing))
    if not recipe["empties"]:
        cuts.append(("empties", lambda row: row["model_response"] != "EMPTY STRING"))
    if recipe["longest"] is not None:
        cuts.append(("longest", lambda row: len(row["model_response"]) <= recipe["longest"]))
    for name, holds in cuts:
        messages = {key: [row for row in own if holds(row)] for key, own in messages.items()}
        pairs = said(name, [pair for own in messages.values() for pair in pairs_of(own, recipe)])
    if recipe["pairing"] in ("extremes", "all"):
        pairs = said("identical", [(a, b) for a, b in pairs if not (a["if_chosen"] and b["if_chosen"])])
    if recipe["gap"] is not None:
        pairs = said("gap", [pair for pair in pairs if through(pair, recipe)])
    if recipe["most"] is not None:
        lots = lambda pair: chance(recipe["seed"], *(number(row["utterance_id"]) for row in pair))
        taken = Counter()
        kept = set()
        for at in sorted(range(len(pairs)), key=lambda at: (lots(pairs[at]), at)):
            person = pairs[at][0]["user_id"]
            if taken[person] < recipe["most"]:
                taken[person] += 1
                kept.add(at)
        pairs = said("most", [pair for at, pair in enumerate(pairs) if at in kept])
    return pairs, steps


def file_of(pairs, recipe):
    lines = [
        json.dumps(
            {
                **{key: a[key] for key in ("user_id", "conversation_id", "interaction_id", "turn")},
                "chosen": a["utterance_id"],
                "rejected": b["utterance_id"],
                "chosen_score": a["score"],
                "rejected_score": b["score"],
                "tie": is_tie((a, b), recipe["gap"]),
                **({} if part is None else {"part": part}),
            }
        )
        for (a, b), part in zip(pairs, parts_of(pairs, recipe))
    ]
    return "".join(f"{line}\n" for line in lines)


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def made_up(dice):
    """Rows of a release of 14 people; the last one's only opener has one reply."""
    rows, reply, message, conversation = [], 0, list(range(400)), 0
    dice.shuffle(message)
    for person in range(14):
        for _ in range(dice.randint(1, 3) if person < 13 else 1):
            ended = dice.randint(1000, 1030)
            for turn in range(dice.randint(1, 4) if person < 13 else 1):
                replies = (dice.choice([1, 2, 3, 4, 4, 4]) if person < 13 else 1) if turn == 0 else 2
                scores = [dice.choice([50, 50, 51, 55, 56, 60, 61, 80, 90, 100]) for _ in range(replies)]
                texts = [dice.choice(["EMPTY STRING", "x" * dice.randint(3, 20), "é" * dice.randint(3, 20)]) for _ in scores]
                chosen = [False] * replies
                chosen[dice.choice([at for at in range(replies) if scores[at] == max(scores)])] = True
                if turn > 0 and dice.random() < 0.2:
                    chosen, texts = [True, True], ["the same", "the same"]
                for at in range(replies):
                    rows.append(
                        {
                            "utterance_id": f"ut{reply}",
                            "interaction_id": f"int{message[0]}",
                            "conversation_id": f"c{conversation}",
                            "user_id": f"user{(person * 5) % 14}",
                            "turn": turn,
                            "time": ended,
                            "score": scores[at],
                            "if_chosen": chosen[at],
                            "model_response": texts[at],
                        }
                    )
                    reply += 1
                message.pop(0)
            conversation += 1
    # Replies to other messages come between those to one.
    names = [row["utterance_id"] for row in rows]
    swapped = names[:]
    for at in range(0, len(names) - 6, 17):
        swapped[at], swapped[at + 5] = swapped[at + 5], swapped[at]
    for row, name in zip(rows, swapped):
        row["utterance_id"] = name
    return rows


def grid():
    options = {
        "turns": ["opener", "later", "all"],
        "pairing": ["each", "random", "extremes", "all"],
        "gap": [None, 0, 5],
        "ties": ["dropped", "exact", "within"],
        "empties": [True, False],
        "longest": [None, 12],
        "most": [None, 1, 4],
        "seed": [1, 4_000_000_000],
        "split": ["person", "conversation", "time", "none"],
        "sizes": [[80, 10], [50, 0]],
        "narrowed": [False, True],
    }
    every = [dict(zip(options, values)) for values in itertools.product(*options.values())]
    return every[::47]


def fixture():
    dice = random.Random(7)
    rows = made_up(dice)
    passing = sorted((row["utterance_id"] for row in rows if dice.random() < 0.7), key=number)
    cases = []
    for recipe in grid():
        pairs, steps = make(rows, recipe, set(passing) if recipe["narrowed"] else None)
        cases.append({"recipe": recipe, "steps": steps, "file": digest(file_of(pairs, recipe))[:16]})
    compact = lambda value: json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    listed = lambda values: "[\n" + ",\n".join(map(compact, values)) + "\n]"
    text = f'{{"rows":{listed(rows)},\n"passing":{compact(passing)},\n"cases":{listed(cases)}}}\n'
    (Path(os.environ.get("FIXTURES", "fixtures")) / "pairs.json").write_text(text)


NAMED = {
    "atlas": {},
    "p-rlhf": {"turns": "all", "gap": None, "empties": True, "longest": 2400},
    "lore": {"turns": "all", "gap": None, "empties": True, "seed": 123, "conversations": 6, "split": "conversation", "sizes": [50, 0]},
    "icai": {"pairing": "random", "gap": None, "empties": True, "split": "none"},
    "wimhf": {"turns": "all", "pairing": "random", "gap": 0, "longest": 1500},
    "dempo": {"sample": "included_in_US_REP"},
    "personalized-judge": {"pairing": "random", "gap": 9, "ties": "within", "empties": True, "split": "none"},
    "within-model": {"turns": "later", "pairing": "all", "gap": 0, "empties": True},
}


def of_release(folder, names):
    read = lambda name: [json.loads(line) for line in (Path(folder) / f"{name}.jsonl").open(encoding="utf-8")]
    rows, people = read("utterances"), read("survey")
    for name in names:
        usual = {"turns": "opener", "pairing": "each", "gap": 5, "ties": "dropped", "empties": False}
        usual = {**usual, "longest": None, "most": None, "seed": 1}
        recipe = {**usual, "split": "person", "sizes": [80, 10], **NAMED[name]}
        kept = {person["user_id"] for person in people}
        if "conversations" in recipe:
            kept = {one["user_id"] for one in people if one["num_completed_conversations"] >= recipe["conversations"]}
        if "sample" in recipe:
            kept = {one["user_id"] for one in people if one[recipe["sample"]]}
        passing = None if len(kept) == len(people) else {row["utterance_id"] for row in rows if row["user_id"] in kept}
        pairs, steps = make(rows, recipe, passing)
        print(digest(file_of(pairs, recipe)), name, steps[-1])


if __name__ == "__main__":
    if len(sys.argv) > 1:
        of_release(sys.argv[1], sys.argv[2:] or NAMED)
    else:
        fixture()
