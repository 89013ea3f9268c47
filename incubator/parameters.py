"""The programme's parameters: what an agreement may set, with the default that holds when it says nothing."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Parameters:
    """Thresholds of one agreement. None of them is in the law: «cooperativa inclusiva» has no legal share."""

    minimum_members: int = 5
    minimum_interested: int = 5
    core_curriculum_share: int = 70  # percent of current members with the core curriculum approved
    minimum_sessions: int = 8
    lesson_attendance_share: int = 70  # percent of lessons attended to approve
    evaluators: int = 2
    contact_days: int = 45
    attendance_flag_share: int = 50
    support_days: int = 3  # days before a planned meeting by which its supports are confirmed
    disability_in_annex: bool = False  # the Anexo nominal names declared disability only where this says so

    @classmethod
    def from_json(cls, stored):
        """From an agreement's JSON; unknown keys are an error, missing ones take the default."""
        known = {field.name for field in fields(cls)}
        unknown = set(stored) - known
        if unknown:
            raise ValueError(f"Parámetros que no existen: {', '.join(sorted(unknown))}")
        return cls(**stored)
