"""One step of a machine that is moved by its acts: the row of the change first, then the state."""


def stepped(subject, verb, *, by, on, to=None, reason="", also=(), **row):
    """Fire a verb and write its numbered row, which the database's own guard asks for before the state.

    `also`: other fields of the subject that change with its state. Returns the row.
    """
    before, last = subject.state, subject.changes.order_by("-number").first()
    getattr(subject, verb.value)(*([to] if to else []))
    change = subject.changes.create(
        number=last.number + 1 if last else 1,
        from_state=before,
        to_state=subject.state,
        verb=verb,
        by=by,
        effective_on=on,
        reason=reason.strip()[:500],
        **row,
    )
    subject.save(update_fields=["state", *also])
    return change
