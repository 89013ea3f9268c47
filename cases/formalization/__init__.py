"""The legal file, its cures and its papers: their lives and how people read them."""
