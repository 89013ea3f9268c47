"""Guided lives: what free lives left unanswered is tried, until each rule was seen accepted and refused.

Chance alone would need thousands of steps. Here four of five steps are of a rule whose answer is still missing, most of
them leaning to that answer (somebody of another place where a refusal is missing); the rest of any. What is checked and
told after each is the same as in a free life, and a run of the same seed lives the same.
"""

from random import Random

from hypothesis.internal.conjecture.data import ConjectureData

from tests.lives import engine

#: What a step is drawn like where one answer is missing; only what the rule draws.
LEANING = {
    "accepted": {"ready": True, "own": True, "ago": 0},
    "refused": {"ready": False, "own": False, "who": "a stranger", "reason": ""},
}


def live(machine, missing, *, lives, steps, seed=0):
    """Live until `missing()` names no rule, at most so many lives. Returns how many lives and steps it took."""
    random, lived, taken = Random(seed), 0, 0
    rules = {rule.function.__name__: rule for rule in machine.setup_state().rules}
    while lived < lives and missing():
        life = machine()
        try:
            for _ in range(steps):
                if not missing():
                    break
                _step(life, rules, *_chosen(rules, missing(), random), random)
                taken += 1
        finally:
            life.teardown()
        lived += 1
    return lived, taken


def _chosen(rules, missing, random):
    """(rule, how it should be answered): of a name that waits for an answer, or one from which it is reached; or any."""
    if random.random() < 0.2:
        return random.choice(sorted(rules)), ""
    name = random.choice(sorted(missing))
    if name not in rules:
        return random.choice(sorted(engine.REACHED_FROM.get(name) or rules)), ""
    return name, missing[name] if random.random() < 0.7 else ""


def _step(life, rules, name, answer, random):
    life.rule = name
    drawn = {
        what: ConjectureData(random=random).draw(strategy)
        for what, strategy in sorted(rules[name].arguments_strategies.items())
    }
    leaning = {what: value for what, value in LEANING.get(answer, {}).items() if what in drawn}
    rules[name].function(life, **drawn | leaning)
