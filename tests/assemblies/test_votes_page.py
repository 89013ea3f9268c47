"""«Quórum y votos»: anybody makes the sums, with their arithmetic and article, and nothing is kept."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def _read(client, query=""):
    answer = client.get(reverse("law_votes") + query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("n=9&letra=a&favor=5", "5 votos a favor; se piden 5 (más de la mitad de 9)."),
        ("n=9&letra=e&favor=6&citada=on", "El acuerdo: se acuerda"),
        ("n=9&letra=e&favor=6", "La junta debía citarse para esa materia: cite otra."),
        ("n=6&letra=p&favor=3&constitutiva=on", "se piden 4 (2 de cada 3 de 6)"),
        ("n=4&integrantes=6&letra=a&favor=4", "Asisten 4 integrantes; se piden 4 (la mitad más una de 6)."),
        ("n=3&integrantes=6&segunda=on&letra=a&favor=3", "30 % de 6, y 3 al menos"),
        ("n=5&letra=a&favor=6", "Escriba 5 o menos: son las personas que hay."),
        ("n=7&integrantes=6&letra=a&favor=6", "Escriba 6 o menos: son las que tiene la cooperativa."),
        ("asisten=19&lleva=1", "5 % de 19 = 0 poderes"),
        ("asisten=20&lleva=1", "Los poderes: Cumple"),
        ("asisten=20&lleva=2&especial=on", "10 % de 20 = 2 poderes"),
        ("junta=2024-03-10", "23-02-2024"),
    ],
)
def test_a_sum_with_its_arithmetic(client, query, said):
    assert said in _read(client, f"?{query}")


def test_it_is_reached_from_the_rules_and_begins_empty(client):
    assert reverse("law_votes") in client.get(reverse("law_rules")).content.decode()
    page = _read(client)
    assert "Cumple" not in page
    assert "Complete" not in page
