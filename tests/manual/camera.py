"""Frames a part of the screen, reads what is written inside the frame, and keeps it as a small PNG."""

import io
import re
from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageChops

COLOURS = 128
#: Around what is framed, and the smallest picture worth keeping.
MARGIN, SMALLEST = 12, 160
#: A picture that differs from the one kept in fewer points than this, of each thousand, is the same picture.
SAME = 2
#: Every text that a person reads inside the frame, in the order of the page.
_READ = """([left, top, right, bottom]) => {
  const inside = box => box.width > 2 && box.height > 2 && box.left >= left - 2 && box.top >= top - 2
    && box.left + Math.min(box.width, 40) <= right + 2 && box.bottom <= bottom + 2;
  const hidden = it => it.closest('.vh') || !it.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const found = [], range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    range.selectNodeContents(text);
    if (text.data.trim() && !hidden(text.parentElement) && inside(range.getBoundingClientRect())) found.push(text.data);
  }
  for (const field of document.querySelectorAll('input, textarea, select'))
    if (!hidden(field) && inside(field.getBoundingClientRect()))
      found.push(field.selectedOptions ? field.selectedOptions[0]?.text : field.value);
  return found.join(' ');
}"""
#: Where to cut below a height so that no line of writing, button or field is halved.
_CUT = """([left, right, limit]) => {
  let cut = limit;
  const lines = [], range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode);
    if (walker.currentNode.data.trim()) lines.push(...range.getClientRects());
  }
  for (const it of document.querySelectorAll('input, textarea, select, .btn, tr, .choice'))
    lines.push(it.getBoundingClientRect());
  for (let again = true; again;) {
    const halved = lines.find(it => it.width && it.right > left && it.left < right && it.top < cut - 2 && it.bottom > cut + 2);
    if (again = Boolean(halved)) cut = halved.top;
  }
  return cut;
}"""


def frame(page, parts: Iterable, tallest: int) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) of what holds all the parts, in the whole page, cut where it grows too tall."""
    page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
    boxes = [part.bounding_box() for part in parts]
    width = page.evaluate("document.documentElement.clientWidth")
    left = max(0, min(box["x"] for box in boxes) - MARGIN)
    top = max(0, min(box["y"] for box in boxes) - MARGIN)
    right = min(width, max(box["x"] + box["width"] for box in boxes) + MARGIN)
    bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
    if bottom > top + tallest:
        bottom = page.evaluate(_CUT, [left, right, top + tallest])
    return left, top, right, bottom


def window(page) -> None:
    """The window as it stands: nothing is cut."""
    page.evaluate("document.activeElement?.blur()")


def words(page, framed) -> str:
    """What is written inside the frame, with single spaces."""
    framed = framed or (0, 0, *page.evaluate("[innerWidth, innerHeight]"))
    return re.sub(r"\s+", " ", page.evaluate(_READ, list(framed)))


def take(page, framed) -> Image.Image:
    """The picture of the frame."""
    if framed is None:
        return _read(page.screenshot(animations="disabled", caret="hide"))
    left, top, right, bottom = framed
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    return _read(page.screenshot(full_page=True, clip=clip, animations="disabled", caret="hide"))


def _read(shot: bytes) -> Image.Image:
    return Image.open(io.BytesIO(shot)).convert("RGB")


def keep(image: Image.Image, target: Path) -> None:
    """Write it with few colours; where nothing that matters changed, the file stays as it was, byte by byte."""
    small = image.quantize(COLOURS, dither=Image.Dither.NONE)
    if target.is_file() and _same(small.convert("RGB"), Image.open(target).convert("RGB")):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    small.save(target, optimize=True)


def _same(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return False
    apart = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > 24 else 0)
    return apart.histogram()[255] * 1000 <= SAME * one.width * one.height
