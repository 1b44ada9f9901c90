"""Times as papers tell them: dates, months in words, periods."""
