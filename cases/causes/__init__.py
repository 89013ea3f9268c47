"""What is due along the journey. Each cause reads all the user's groups at once: queries never grow with them."""

from cases.causes import accompaniment, decisions, terms

__all__ = ["accompaniment", "decisions", "terms"]
