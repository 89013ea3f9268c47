"""The RUN and the telephone of the country profile, in every written form."""

import pytest

from incubator.country import (
    check_digit,
    format_phone,
    format_run,
    is_mobile,
    mask_run,
    parse_phone,
    parse_run,
    phones_in,
)


@pytest.mark.parametrize(
    "text",
    [
        "12345678-5",
        "12.345.678-5",
        "123456785",
        " 12.345.678 - 5 ",
        "12345678–5",
        "12.345.678‐5",
        "12345678.-5",
        "0012345678-5",
        "12\u00a0345\u00a0678-5",
        "12345678-5\n",
        "12,345,678-5",
    ],
)
def test_a_run_is_read_in_every_form(text):
    assert parse_run(text) == "12345678-5"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "12345678-9",
        "１２３４５６７８-５",
        "12345678-5x",
        "x12345678-5",
        "123456789-2",
        "0-0",
        "1-9",
        "9999-6",
        "12-345678-5",
        "١٢٣٤٥٦٧٨-5",
    ],
)
def test_what_is_no_run_is_not_read(text):
    assert parse_run(text) is None


def test_the_check_character_may_be_k_in_either_case():
    assert check_digit(17_978_839) == "K"
    assert parse_run("17.978.839-k") == parse_run("17978839K") == "17978839-K"


def test_a_run_is_shown_with_dots_and_masked_to_its_last_digits():
    assert format_run("5961682-K") == "5.961.682-K"
    assert mask_run("12345678-5") == "••.•••.678-5"


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("987654321", "+56987654321"),
        ("8765 4321", "+56987654321"),
        ("+56 9 8765 4321", "+56987654321"),
        ("52 2225 782", "+56522225782"),
        ("2-22516711", "+56222516711"),
        ("942240114.0", "+56942240114"),
        ("2212345", None),
        ("9,47674E+08", None),
        ("9 8899 25930", None),
    ],
)
def test_a_phone_is_kept_in_e164(text, phone):
    assert parse_phone(text) == phone


def test_every_number_of_a_text_is_found_in_order():
    assert phones_in("51-2223147; 9 8765 4321 y 9 7654 3210") == ["+56512223147", "+56987654321", "+56976543210"]
    assert is_mobile("+56987654321")
    assert not is_mobile("+56512223147")
    assert format_phone("+56987654321") == "+56 9 8765 4321"
