"""Rows of a small census sheet, and what an import said of them."""

NAME, RUT, OTHER_RUT = "Ana Soto Rey", "12345678-5", "11111111-1"
GROUP = "Manos del Valle"


def row(group=GROUP, trade="tejido", on="01-05-2021", rut=RUT, name=NAME, disability="", phone=""):
    return [group, trade, on, rut, name, disability, phone]


def reasons(said):
    return [warning["reason"] for warning in said["warnings"]]
