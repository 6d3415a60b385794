"""A base made of goods that a live 1C base exported (CommerceML 2)."""
