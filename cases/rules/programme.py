"""The parameters that rule a case on a day: those of the agreement its incubator is in."""

from incubator.parameters import Parameters


def parameters_on(incubator, day) -> Parameters:
    """The agreement's parameters in force there that day; the defaults where there is none."""
    agreement = incubator.agreement_on(day)
    return agreement.rules if agreement else Parameters()


def parameters(attempt) -> Parameters:
    """The parameters of the case an attempt is on, read once per case and day."""
    case = attempt.subject
    kept = case.__dict__.setdefault("_parameters", {})
    if attempt.on not in kept:
        kept[attempt.on] = parameters_on(case.incubator, attempt.on)
    return kept[attempt.on]
