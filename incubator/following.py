"""Steps of a migration that touch many records at once: one by one, each would draw the whole project again."""

from django.db.migrations.operations.base import Operation


class AddTriggers(Operation):
    """Pairs of (model name, compiled trigger); the same state as pgtrigger's own AddTrigger leaves, one by one."""

    reversible = True
    serialization_expand_args = ("triggers",)

    def __init__(self, triggers):
        self.triggers = triggers

    def state_forwards(self, app_label, state):
        """Note the triggers in the options of their models; nothing drawn from a model depends on them."""
        for model_name, trigger in self.triggers:
            options = state.models[app_label, model_name].options
            options["triggers"] = [*options.get("triggers", []), trigger]

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Install them."""
        for _, trigger in self.triggers:
            schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Take them away."""
        for _, trigger in reversed(self.triggers):
            schema_editor.execute(trigger.uninstall_sql, params=None)

    def describe(self):
        """As `migrate --plan` says it."""
        return f"Follow {len({name for name, _ in self.triggers})} tables by trigger"


class Together(Operation):
    """Many operations as one: the project is drawn once for all of them, and not once for each."""

    reversible = True
    serialization_expand_args = ("operations",)

    def __init__(self, operations):
        self.operations = operations

    def state_forwards(self, app_label, state):
        """Forget what was drawn, and only note what changes: whoever asks next draws it once."""
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """One after the other; none may need what another of them changes."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """The last one first."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        """As `migrate --plan` says it."""
        return f"{len(self.operations)} operations together"
