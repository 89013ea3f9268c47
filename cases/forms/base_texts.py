"""A base text as one form: a text area for each part and article, with the law it answers to."""

from dataclasses import dataclass, replace

from django import forms

from cases.papers.texts import ArticleText, BaseText
from incubator.forms import Form, say_what_to_do

_AREA = {"rows": 7, "spellcheck": "true"}
_ADDED = "added"


@dataclass
class ArticleRow:
    """The fields of one article."""

    article: ArticleText
    heading: object
    text: object
    clauses: object
    basis: object
    verify: object
    remove: object
    is_new: bool


@dataclass
class PartRow:
    """A part: its own text, if it has one, and its articles."""

    section: object
    text: object
    articles: list[ArticleRow]


class TextEditForm(Form):
    """Everything a text says, over the version it begins from. What was added lives in the page until it is saved."""

    note = forms.CharField(
        label="Qué cambió y por qué", max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Lo leerá quien la valide.",
    )  # fmt: skip
    valid_from = forms.DateField(label="Rige desde", help_text="Hoy, o un día que viene.")
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, base: BaseText, **kwargs):
        self.base = with_added(base, data.getlist(_ADDED) if data else [])
        self.known = {article.key for article in base.articles}
        super().__init__(data, **kwargs)
        for name, field in self._own_fields().items():
            say_what_to_do(field)
            self.fields[name] = field

    def _own_fields(self):
        found = {}
        for section in self.base.section:
            if _has_text(section):
                label = f"Texto de «{section.heading}»" if section.heading else "Texto"
                found[f"part__{section.key}"] = _area(label, section.text.strip(), rows=14)
            for one in section.article:
                about = f" de «{one.heading}»" if one.heading else ""
                found[f"heading__{one.key}"] = _line(f"Título{about}", one.heading, 120)
                found[f"text__{one.key}"] = _area(f"Texto{about}", one.text.strip())
                for name in ("heading", "text"):  # an article just added may be taken back empty
                    found[f"{name}__{one.key}"].required = one.key in self.known
                found[f"clauses__{one.key}"] = _line(f"Cláusulas que cumple{about}", ", ".join(one.clauses), 60)
                found[f"basis__{one.key}"] = _line(f"Norma{about}", one.basis, 120)
                found[f"verify__{one.key}"] = _area(f"Qué hay que verificar{about}", one.verify, rows=2)
                found[f"remove__{one.key}"] = forms.BooleanField(label=f"Quitar el artículo{about[3:]}", required=False)
        return found

    @property
    def added(self):
        """The articles that only this page knows, as hidden values."""
        return self.data.getlist(_ADDED) if self.is_bound else []

    def rows(self):
        """The parts in order, with their fields."""
        return [
            PartRow(
                section,
                self[f"part__{section.key}"] if _has_text(section) else None,
                [self._row(one) for one in section.article],
            )
            for section in self.base.section
        ]

    def _row(self, one):
        fields = {name: self[f"{name}__{one.key}"] for name in ("heading", "text", "clauses", "basis", "verify")}
        return ArticleRow(one, **fields, remove=self[f"remove__{one.key}"], is_new=one.key not in self.known)

    def edited(self) -> BaseText:
        """The text as it was left."""
        said = self.cleaned_data
        sections = tuple(
            replace(
                section,
                text=_plain(said[f"part__{section.key}"]) if _has_text(section) else section.text,
                article=tuple(_edited(one, said) for one in section.article if not said[f"remove__{one.key}"]),
            )
            for section in self.base.section
        )
        return replace(self.base, section=sections)

    def tell(self, wrong):
        """Put what is wrong beside the article it is about."""
        for key, sentence in wrong.items():
            name = next((one for one in (f"text__{key}", f"part__{key}") if one in self.fields), None)
            self.add_error(name, sentence)


def _edited(one, said):
    clauses = tuple(word.strip() for word in said[f"clauses__{one.key}"].split(",") if word.strip())
    return replace(
        one,
        heading=said[f"heading__{one.key}"],
        text=_plain(said[f"text__{one.key}"]),
        clauses=clauses,
        basis=said[f"basis__{one.key}"],
        verify=" ".join(said[f"verify__{one.key}"].split()),
        after="",
    )


def with_added(base: BaseText, added: list[str]) -> BaseText:
    """The text with an empty article for each «key|after» of the page."""
    for word in added:
        key, _, after = word.partition("|")
        sections = []
        for section in base.section:
            keys = [one.key for one in section.article]
            articles = list(section.article)
            if after in keys and key not in {one.key for one in base.articles} and _is_key(key):
                articles.insert(keys.index(after) + 1, ArticleText(key=key, text=""))
            sections.append(replace(section, article=tuple(articles)))
        base = replace(base, section=tuple(sections))
    return base


def next_added(base: BaseText, after: str) -> str:
    """«key|after» of one more article."""
    keys = {one.key for one in base.articles}
    number = next(number for number in range(1, len(keys) + 2) if f"nuevo_{number}" not in keys)
    return f"nuevo_{number}|{after}"


def _is_key(key):
    return key.replace("_", "").isalnum() and key.isascii() and len(key) <= 30


def _has_text(section):
    return bool(section.text.strip()) or not section.article


def _plain(text):
    return text.replace("\r\n", "\n").strip() + "\n"


def _area(label, initial, rows=None):
    attrs = {**_AREA, "rows": rows or max(4, min(16, len(initial) // 75 + initial.count("\n") + 2))}
    return forms.CharField(label=label, initial=initial, required=False, widget=forms.Textarea(attrs=attrs))


def _line(label, initial, most):
    return forms.CharField(label=label, initial=initial, required=False, max_length=most)


class ValidationForm(Form):
    """A note of whoever validates a text, or stops answering for it."""

    note = forms.CharField(label="Nota", required=False, max_length=300)
    fingerprint = forms.CharField(max_length=64)
