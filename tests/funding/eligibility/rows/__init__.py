"""The cases of every kind of condition, a row each; and the outcomes that a kind cannot have, with their reason."""
