"""Where a record has its page. The room that draws the page says so; the kernel only asks."""

from incubator.navigation import address

_pages: dict[str, str] = {}


def has_page(label, url_name):
    """Records of this kind («incubator.organization») have their page at that URL name, by id."""
    _pages[label] = url_name


def page_of(record) -> str:
    """The address of a record's page, or an empty text when it has none."""
    url_name = _pages.get(record._meta.label_lower)
    return address(url_name, record.pk) if url_name else ""
