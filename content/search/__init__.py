"""Search of the public site for readers."""
