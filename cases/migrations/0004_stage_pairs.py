"""The steps that may be written, as cases.journey declares them (a test compares both)."""

from django.db import migrations

PAIRS = [
    ("selection", "training", "admit"),
    ("waiting", "training", "admit"),
    ("selection", "regularization", "admit_formal"),
    ("waiting", "regularization", "admit_formal"),
    ("census", "call", "apply"),
    ("waiting", "call", "apply_again"),
    ("business", "closed", "close"),
    ("call", "closed", "close"),
    ("census", "closed", "close"),
    ("formalization", "closed", "close"),
    ("operation", "closed", "close"),
    ("regularization", "closed", "close"),
    ("selection", "closed", "close"),
    ("training", "closed", "close"),
    ("waiting", "closed", "close"),
    ("business", "formalization", "correct"),
    ("business", "training", "correct"),
    ("call", "census", "correct"),
    ("call", "waiting", "correct"),
    ("closed", "call", "correct"),
    ("closed", "selection", "correct"),
    ("closed", "waiting", "correct"),
    ("formalization", "business", "correct"),
    ("graduated", "operation", "correct"),
    ("operation", "formalization", "correct"),
    ("operation", "regularization", "correct"),
    ("regularization", "operation", "correct"),
    ("regularization", "selection", "correct"),
    ("regularization", "waiting", "correct"),
    ("selection", "call", "correct"),
    ("training", "business", "correct"),
    ("training", "selection", "correct"),
    ("training", "waiting", "correct"),
    ("waiting", "selection", "correct"),
    ("call", "closed", "decline"),
    ("selection", "closed", "decline"),
    ("waiting", "closed", "decline"),
    ("training", "business", "define_business"),
    ("call", "selection", "evaluate"),
    ("regularization", "operation", "finish_regularization"),
    ("operation", "graduated", "graduate"),
    ("", "census", "record"),
    ("closed", "business", "reopen"),
    ("closed", "call", "reopen"),
    ("closed", "census", "reopen"),
    ("closed", "formalization", "reopen"),
    ("closed", "operation", "reopen"),
    ("closed", "regularization", "reopen"),
    ("closed", "selection", "reopen"),
    ("closed", "training", "reopen"),
    ("closed", "waiting", "reopen"),
    ("operation", "regularization", "reregularize"),
    ("formalization", "business", "return_to_business"),
    ("business", "training", "return_to_training"),
    ("business", "formalization", "start_formalization"),
    ("formalization", "operation", "start_operation"),
    ("selection", "waiting", "waitlist"),
]


def load(apps, schema_editor):
    """Write the table the guard reads."""
    pair = apps.get_model("cases", "StagePair")
    pair.objects.bulk_create(pair(from_stage=a, to_stage=b, verb=verb) for a, b, verb in PAIRS)


def unload(apps, schema_editor):
    """Leave it empty."""
    apps.get_model("cases", "StagePair").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_stage_guard")]

    operations = [migrations.RunPython(load, unload)]
