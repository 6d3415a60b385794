"""The board of translations: every item × every language. `items` → `states` → `rows` → `views`."""
