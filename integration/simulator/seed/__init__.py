"""A believable base of a lubricants manufacturer, made from tables and a seed."""
