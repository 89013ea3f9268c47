"""Pages of the calls for funds."""
