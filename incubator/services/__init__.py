"""What the kernel does: one subject a file, keyword-only, `by` first."""
