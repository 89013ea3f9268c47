"""What comes back from a notary: downloaded, edited in Word, uploaded, and compared article by article."""

import shutil
import subprocess
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from cases.formalization.life import LegalEventKind as K
from cases.models import LegalPaper, TextComparison, TextDecision
from incubator import files
from tests.legal.scene import acts, today
from tests.legal_papers.scene import ON, known, text
from tests.legal_papers.test_room import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("that_day")]


@pytest.fixture
def kept(client, case, officer, monkeypatch):
    """keep(document): the kept paper."""
    known(monkeypatch)
    client.force_login(officer)

    def keep(document="statutes"):
        client.post(at("legal_paper_keep", case, document))
        return LegalPaper.objects.get(document=document)

    return keep


def word_of(paper):
    return docx.Document(BytesIO(files.read(paper.docx.sha256)))


def uploaded(document, name="estatutos-notaria.docx"):
    content = BytesIO()
    document.save(content)
    return SimpleUploadedFile(name, content.getvalue())


def send(client, case, paper, **said):
    return client.post(at("legal_paper_compare", case, paper.pk), {"on": "01-07-2021", **said}, follow=True)


def changed():
    return {row["key"]: row["change"] for row in TextComparison.objects.get().rows if row["change"] != "same"}


def test_exactly_the_article_that_was_edited_changes(client, case, kept):
    paper = kept()
    edited = word_of(paper)
    line = next(one for one in edited.paragraphs if "primera citación" in one.text)
    run = next(one for one in line.runs if "la mitad más una" in one.text)
    run.text = run.text.replace("la mitad más una", "dos tercios")
    answer = text(send(client, case, paper, file=uploaded(edited)))
    assert changed() == {"quorum": "changed"}
    assert "1 artículo distinto" in answer
    assert "[se quita: </span>mitad" in answer
    assert "[se agrega: </span>" in answer
    assert "dos" in answer


def test_marked_changes_of_word_count_as_accepted(client, case, kept):
    paper = kept()
    edited = word_of(paper)
    line = next(one for one in edited.paragraphs if "primera citación" in one.text)
    run = next(one for one in line.runs if "la mitad más una" in one.text)._r
    struck, put = OxmlElement("w:del"), OxmlElement("w:ins")
    run.addprevious(struck)
    struck.append(run)
    for one in run.iter(qn("w:t")):
        one.tag = qn("w:delText")
    new = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "El quórum es de tres cuartos."
    new.append(words)
    put.append(new)
    struck.addnext(put)
    send(client, case, paper, file=uploaded(edited))
    row = next(one for one in TextComparison.objects.get().rows if one["key"] == "quorum")
    assert "tres cuartos" in row["later"]
    assert "la mitad más una" not in row["later"]
    assert changed() == {"quorum": "changed"}


def test_untouched_it_says_the_same_and_that_is_recorded(client, case, kept):
    paper = kept()
    answer = text(send(client, case, paper, file=uploaded(word_of(paper))))
    assert "Dice lo mismo" in answer
    found = TextComparison.objects.get()
    page = at("legal_comparison_decide", case, paper.pk, found.pk)
    assert "La decisión quedó anotada" in text(client.post(page, {"outcome": "same"}, follow=True))
    assert TextDecision.objects.get().outcome == "same"
    assert "ya tiene su decisión" in text(client.post(page, {"outcome": "same"}, follow=True))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: «scripts/system.sh test».")
def test_after_libreoffice_it_still_says_the_same(client, case, kept, tmp_path):
    paper = kept()
    source, out = tmp_path / "estatutos.docx", tmp_path / "out"
    source.write_bytes(files.read(paper.docx.sha256))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    came = SimpleUploadedFile("estatutos.docx", (out / "estatutos.docx").read_bytes())
    send(client, case, paper, file=came)
    assert changed() == {}


def test_the_minutes_are_compared_also_outside_their_articles(client, case, kept):
    paper = kept("minutes.founding")
    edited = word_of(paper)
    line = next(one for one in edited.paragraphs if one.text.startswith("La junta dio a"))
    line.runs[0].text = line.runs[0].text.replace("La junta dio a", "La junta entregó a", 1)
    send(client, case, paper, file=uploaded(edited))
    assert changed() == {"parte: encargo": "changed"}


def test_a_letter_without_articles_is_compared_whole(client, case, kept):
    paper = kept("letter.registry")
    edited = word_of(paper)
    line = next(one for one in edited.paragraphs if one.text.startswith("Acompaño"))
    line.runs[0].text = "Le acompaño:"
    send(client, case, paper, file=uploaded(edited))
    assert list(changed().values()) == ["changed"]


def test_a_pasted_text_is_compared_by_the_number_of_each_article(client, case, kept):
    paper = kept()
    rows = send(client, case, paper, file=uploaded(word_of(paper))).context["comparison"].rows
    assert rows
    TextComparisonText = "Artículo 2. Domicilio\nEl domicilio es la comuna de La Cisterna."  # noqa: N806
    answer = text(send(client, case, paper, text=TextComparisonText))
    newest = TextComparison.objects.order_by("-pk").first()
    found = {row["key"]: row["change"] for row in newest.rows}
    assert (newest.source, found["domicile"], found["name"]) == ("text", "changed", "missing")
    assert "Cisterna" in answer


def test_what_changes_the_agreement_goes_back_to_a_meeting(client, case, kept, officer):
    with today(ON):
        acts(case, (K.NOTICE, ON), (K.MEETING, ON))
    paper = kept()
    edited = word_of(paper)
    next(one for one in edited.paragraphs if "primera citación" in one.text).runs[0].text = "Otra cosa."
    send(client, case, paper, file=uploaded(edited))
    found = TextComparison.objects.get()
    page = at("legal_comparison_decide", case, paper.pk, found.pk)
    assert "Escriba por qué" in text(client.post(page, {"outcome": "back"}))
    assert client.post(page, {"outcome": "same"}).status_code == 200
    answer = client.post(page, {"outcome": "back", "reason": "El quórum es otro"})
    assert answer.url == reverse("legal_act_new", args=[case.organization_id]) + "?acto=statutes_back"
    assert TextDecision.objects.get().reason == "El quórum es otro"


def test_only_spelling_says_the_article_of_the_law(client, case, kept):
    paper = kept()
    edited = word_of(paper)
    line = next(one for one in edited.paragraphs if "primera citación" in one.text)
    line.runs[-1].text = line.runs[-1].text + " "
    line.runs[0].text = line.runs[0].text.replace("citación", "citacion", 1)
    answer = text(send(client, case, paper, file=uploaded(edited)))
    assert "Falta de ortografía o de gramática: no es un vicio." in answer
    assert "Ley 19.499" in answer
    page = at("legal_comparison_decide", case, paper.pk, TextComparison.objects.get().pk)
    words = text(client.post(page, {"outcome": "spelling", "reason": "Un acento"}, follow=True))
    assert "Solo faltas de escritura" in words


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("acta.pdf", b"%PDF-1.7 nada", "Word (.docx)"),
        ("acta.docx", b"", "vacío"),
        ("acta.docx", b"PK\x03\x04roto", "dañado"),
    ],
)
def test_a_wrong_file_is_answered_with_a_sentence(client, case, kept, name, content, sentence):
    paper = kept()
    assert sentence in text(send(client, case, paper, file=SimpleUploadedFile(name, content)))
    assert not TextComparison.objects.exists()


def test_another_document_is_answered_with_a_sentence(client, case, kept):
    paper, letter = kept(), kept("letter.registry")
    assert "no se reconoce ningún artículo" in text(send(client, case, paper, file=uploaded(word_of(letter))))
    assert "no se reconoce ningún artículo" in text(send(client, case, paper, text="Hola"))
    assert "uno de los dos" in text(send(client, case, paper))
    assert not TextComparison.objects.exists()
