"""The pages of how a call is decided."""
