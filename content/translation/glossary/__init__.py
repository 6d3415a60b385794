"""Product terms in three languages: kept by editors, shown to translators, looked for in what they write."""
