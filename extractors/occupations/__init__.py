"""Which unit groups of the National Occupational Classification a printed title can mean: the groups of Québec's pilot
programs only."""
