"""How text is found in the database: by its words in any form, without accents, and by how it sounds written.

The functions and indexes are those of migration 0006_search. An expression here is found by its index only while it
says the same as that index.
"""

import re
from contextlib import contextmanager
from functools import reduce

from django.contrib.postgres.search import SearchQueryField, SearchVectorField
from django.db import connection, transaction
from django.db.models import BooleanField, F, Func, Q, Value

from incubator.text import fold

#: More words than these only make a search slower: what is left after them is not asked.
MOST_WORDS = 12
#: A shorter word is like too many others.
_SHORTEST = 4
#: From this likeness (0 to 1, pg_trgm) a whole word is another written wrong: two letters changed in one of ten.
_ALIKE = "0.45"
# What a form can carry and no text of ours holds; and a hyphen that would ask for «everything but this».
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
_WITHOUT = re.compile(r"(?<!\w)-+")


def typed(text: str, longest: int) -> str:
    """What somebody typed in a search box, as it may be asked: one line, no control characters, cut."""
    return _CONTROLS.sub(" ", text).strip()[:longest].strip()


def says(text: str, *columns: str):
    """A condition: these columns together say every word of the text, in whatever form; «…» as typed together."""
    said = Func(
        *(F(column) for column in columns),
        function="public.minga_words",
        arg_joiner=" || ' ' || ",
        output_field=SearchVectorField(),
    )
    wanted = Func(Value(_WITHOUT.sub(" ", text)), function="public.minga_query", output_field=SearchQueryField())
    return Func(said, wanted, template="(%(expressions)s)", arg_joiner=" @@ ", output_field=BooleanField())


def has_parts(field: str, text: str) -> Q:
    """Every word of the text stands somewhere in a folded column: accents, case and order do not matter.

    A text without a word («%», a drawing) stands nowhere: whoever typed it did not ask for everybody.
    """
    words = fold(text).split()[:MOST_WORDS]
    if not words:
        return Q(pk__in=())
    return reduce(Q.__and__, (Q(**{f"{field}__contains": word}) for word in words), Q())


@contextmanager
def alike():
    """Inside, `sounds_like` asks for the likeness of this house; it is set for this transaction alone."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select set_config('pg_trgm.strict_word_similarity_threshold', %s, true)", [_ALIKE])
        yield


def sounds_like(field: str, text: str) -> Q | None:
    """Every word of the text is like one of a folded column; None when no word is long enough to say so."""
    words = [word for word in fold(text).split()[:MOST_WORDS] if len(word) >= _SHORTEST and not word.isdigit()]
    if not words:
        return None
    return reduce(Q.__and__, (Q(**{f"{field}__trigram_strict_word_similar": word}) for word in words))
