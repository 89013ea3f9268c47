"""The package of an application: what it lacks, its files, the copying sheet and its reserved documents."""
