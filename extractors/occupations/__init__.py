"""Which unit groups of the National Occupational Classification a printed title can mean: see README.md, begin in `find.py`."""
