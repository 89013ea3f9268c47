"""The form of an application: who applies, what is written and counted, its reviews, its confirmation, new bases."""
