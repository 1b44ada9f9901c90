"""The machinery that knows no program: three values, days, months of work, dated law, findings. It refuses to guess."""
