"""Where Django's Russian formats are wrong: it writes «9 Март»."""

MONTH_DAY_FORMAT = "j E"
