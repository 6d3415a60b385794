"""Charts of the last 24 hours: figures from the database, drawn as SVG by the server, each with its table."""
