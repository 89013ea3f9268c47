"""What a scene is: who looks at which screen, what the picture frames, and the words that the manual says of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.support.browser import DESKTOP, ROOT

MANUAL = ROOT / "docs" / "manual"
README = ROOT / "docs" / "pictures"
OFFICER, COORDINATOR = "discapacidad@quillota.ejemplo.cl", "coordinacion@quillota.ejemplo.cl"
DELEGATE, NOBODY = "datos@universidad.ejemplo.cl", ""

#: A narrower window of a computer, where a screen of one column is read better inside a page of the manual.
NARROW = 1024
#: Every scene, in the order in which it is walked.
SCENES: list["Scene"] = []


@dataclass(frozen=True)
class Scene:
    """A picture of `page` of the manual (of the README, without one), shown to `who` by `walk`."""

    name: str
    page: str
    who: str
    says: tuple[str, ...]
    walk: Callable
    width: int = DESKTOP
    tallest: int = 900
    whole: bool = False  # only the whole demonstration has it

    @property
    def file(self) -> Path:
        """Where its picture is kept."""
        return (MANUAL / "pictures" if self.page else README) / f"{self.name}.png"


def scene(name, page, *, who=OFFICER, says=(), **more):
    """`walk(page)` goes to the screen and returns the parts of it to frame; None frames the window as it stands."""

    def kept(walk):
        SCENES.append(Scene(name, page, who, says, walk, **more))
        return walk

    return kept


def of_manual():
    """The scenes whose picture a page of the manual shows."""
    return [one for one in SCENES if one.page]


def group(page, name, tab=""):
    """Open a group as an officer does: from the list, by its name."""
    page.goto("/grupos/")
    page.locator("main").get_by_role("link", name=name, exact=True).first.click()
    page.get_by_role("heading", name=name, level=1).wait_for()
    if tab:
        page.locator(".tabs").get_by_role("link", name=tab).first.click()


def card(page, title):
    """The card with that heading."""
    return page.locator("section.card").filter(has=page.get_by_role("heading", name=title)).first


def body(page):
    """The page from its title on, without the frame of Minga around it."""
    return page.locator("main .page-body").first


def head(page):
    """The title of the page, with what is beside it."""
    return page.locator(".page-head").first
