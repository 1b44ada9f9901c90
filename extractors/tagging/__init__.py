"""Which words bear which field, as a linear-chain CRF has learned it from papers of many makers: an opinion beside that of the
patterns in `kinds/`, which were written by people. What both say is surer; where they differ a person is asked."""
