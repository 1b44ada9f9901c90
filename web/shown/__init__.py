"""What pages say: rows and verdicts turned into frozen views with words in the reader's language, so that templates only lay out.

`values` says a value in words; `names` the tables behind it; `progress` where a document stands; `evidence` what was read and what a
person said of it; `programs` verdicts and what is needed; `cases` the consultant's list. Queries stand in `rows`.
"""
