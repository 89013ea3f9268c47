"""What the founders decide before their meeting."""
