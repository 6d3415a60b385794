"""The exchange in the Wagtail admin: where it stands, what waits, and a button to try again."""
