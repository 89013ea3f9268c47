"""A real browser for the tests: Debian's Chromium, driven by Playwright, under the strict policy people get."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / "var" / "screenshots"
DESKTOP, PHONE = 1280, 360
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def _chromium() -> str:
    found = os.environ.get("MINGA_CHROMIUM") or shutil.which("chromium")
    if not found:
        pytest.fail("Chromium is not installed: run «make test», or name it in MINGA_CHROMIUM.", pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """One Chromium for the whole worker."""
    from playwright.sync_api import sync_playwright

    # Playwright's event loop lives in this thread, and the ORM refuses to work beside one unless told.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=_FLAGS)
        yield chromium
        chromium.close()


def _watch(page, origin: str, troubles: list[str]) -> None:
    """Note what no page of ours may do: raise, break its policy, or ask another site for anything."""
    page.on("pageerror", lambda error: troubles.append(f"script error: {error}"))

    def on_console(message) -> None:
        if "Content Security Policy" in message.text or "violates the following" in message.text:
            troubles.append(f"policy: {message.text}")

    def on_request(request) -> None:
        if not request.url.startswith((origin, "data:", "blob:", "about:")):
            troubles.append(f"request to another site: {request.url}")

    page.on("console", on_console)
    page.on("request", on_request)


@pytest.fixture
def open_page(browser, live_server) -> Iterator[Callable]:
    """`open_page(width=1280, javascript=True)`: a fresh visitor's page; addresses are relative to the live server."""
    contexts, troubles = [], []

    def opened(width: int = DESKTOP, *, javascript: bool = True, height: int = 900):
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            locale="es-CL",
            timezone_id="America/Santiago",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        _watch(page, live_server.url, troubles)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not troubles, "\n".join(troubles)


@pytest.fixture
def page(open_page):
    """A page 1280 px wide."""
    return open_page(DESKTOP)


@pytest.fixture
def phone(open_page):
    """A page 360 px wide."""
    return open_page(PHONE)


@pytest.fixture
def sign_in(client, live_server) -> Callable:
    """`sign_in(page, user)`: the person is in, without passing by the form."""

    def entered(page, user) -> None:
        from django.conf import settings

        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}])

    return entered


@pytest.fixture(scope="session")
def axe() -> Callable:
    """`axe(page)`: fails with every WCAG 2.2 AA violation of the page as it stands, and where it is."""
    import axe_playwright_python

    source = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()

    def scanned(page, *, without: tuple[str, ...] = ()) -> None:
        # The debugger's own evaluation, which the page's policy does not govern: the policy stays under test.
        session = page.context.new_cdp_session(page)
        session.send("Runtime.evaluate", {"expression": source})
        options = _RULES | {"resultTypes": ["violations"], "rules": {rule: {"enabled": False} for rule in without}}
        results = page.evaluate("options => axe.run(document, options)", options)
        session.detach()
        found = [
            f"{violation['id']} ({violation['impact']}): {violation['help']}\n    "
            + "\n    ".join(str(node["html"])[:160] for node in violation["nodes"][:5])
            for violation in results["violations"]
        ]
        assert not found, f"{page.url}\n" + "\n".join(found)

    return scanned


@pytest.fixture
def fits() -> Callable:
    """`fits(page)`: fails when the page needs sideways scrolling."""

    def measured(page) -> None:
        wide, seen = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert wide <= seen, f"{page.url} is {wide} px wide in a window of {seen} px"

    return measured


@pytest.fixture
def picture() -> Callable:
    """`picture(page, "name")`: keeps var/screenshots/name.png when MINGA_SCREENSHOTS is set."""

    def kept(page, name: str, *, full: bool = True) -> None:
        if os.environ.get("MINGA_SCREENSHOTS"):
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=full)

    return kept


@pytest.fixture
def look_over(open_page, sign_in, axe, fits, picture) -> Callable:
    """`look_over(user, room, [(name, address)])`: each page, wide and on a phone, opens, fits and satisfies axe."""

    def looked(user, room: str, pages) -> None:
        for width in (DESKTOP, PHONE):
            page = open_page(width)
            sign_in(page, user)
            for name, address in pages:
                assert page.goto(address).status == 200, address
                fits(page)
                axe(page)
                picture(page, f"{room}-{name}-{width}")

    return looked
