"""The parameters that rule a case on a day: those of the agreement its incubator is in."""

from incubator.parameters import Parameters


def parameters_on(incubator, day) -> Parameters:
    """The agreement's parameters in force there that day; the defaults where there is none."""
    agreement = incubator.agreement_on(day)
    return agreement.rules if agreement else Parameters()


def parameters(attempt) -> Parameters:
    """The parameters of the case an attempt is on, read once per case and day."""
    return parameters_of(attempt.subject, attempt.on)


def parameters_of(case, on) -> Parameters:
    """The parameters of one case on a day, read once for whoever holds it."""
    kept = case.__dict__.setdefault("_parameters", {})
    if on not in kept:
        kept[on] = parameters_on(case.incubator, on)
    return kept[on]
