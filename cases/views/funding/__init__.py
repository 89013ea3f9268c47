"""The pages of the funds."""
