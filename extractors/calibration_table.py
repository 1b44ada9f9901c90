"""What each sign of a value weighs, in log-odds; behind it, on how many values it was seen.

Made by `python -m bench.extraction.calibrate`; see there for how.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "any value": 6.59,  # 9031
    "birth": 0.45,  # 369
    "birth, label": 0.39,  # 252
    "birth, phrase": 0.06,  # 117
    "conferred": -0.25,  # 193
    "conferred, inferred": 0.12,  # 8
    "conferred, label": 0.00,  # 5
    "conferred, layout": 0.05,  # 7
    "conferred, phrase": -0.43,  # 173
    "country": 0.89,  # 507
    "country, inferred": 0.89,  # 497
    "country, label": 0.00,  # 10
    "credential": -0.81,  # 216
    "credential level": 0.17,  # 210
    "credential level, inferred": 0.17,  # 210
    "credential, label": 0.09,  # 30
    "credential, layout": -0.79,  # 22
    "credential, phrase": -0.12,  # 164
    "duties": 0.22,  # 124
    "duties, label": 0.00,  # 4
    "duties, layout": 0.22,  # 120
    "employer": -0.05,  # 324
    "employer, label": 0.02,  # 9
    "employer, layout": -0.07,  # 314
    "employer, phrase": 0.00,  # 1
    "end": 0.66,  # 331
    "end, inferred": 0.06,  # 13
    "end, label": 0.10,  # 67
    "end, phrase": 0.51,  # 251
    "full time": 0.67,  # 270
    "full time, inferred": 0.94,  # 83
    "full time, label": 0.00,  # 2
    "full time, phrase": -0.27,  # 185
    "hours": 1.19,  # 259
    "hours, label": 0.03,  # 71
    "hours, phrase": 1.16,  # 188
    "inferred": -0.36,  # 1293
    "institution": 0.26,  # 218
    "institution, label": 0.00,  # 10
    "institution, layout": 0.25,  # 199
    "institution, phrase": 0.00,  # 9
    "internship": 0.01,  # 7
    "internship, phrase": 0.01,  # 7
    "issued": 0.32,  # 695
    "issued, label": 0.04,  # 86
    "issued, layout": 0.02,  # 261
    "issued, phrase": 0.25,  # 348
    "label": 0.43,  # 2565
    "layout": -0.79,  # 1761
    "level": 0.06,  # 461
    "level, label": 0.06,  # 461
    "name": -1.18,  # 716
    "name, label": -0.39,  # 222
    "name, phrase": -0.79,  # 494
    "nclc": 0.03,  # 191
    "nclc, label": 0.03,  # 191
    "occupation": -2.55,  # 479
    "occupation, inferred": -2.55,  # 479
    "phrase": 0.74,  # 3412
    "place": -0.31,  # 314
    "place, label": 0.02,  # 3
    "place, layout": -0.37,  # 301
    "place, phrase": 0.05,  # 10
    "read optically": -0.58,  # 5661
    "reference": -0.13,  # 419
    "reference, label": 0.06,  # 66
    "reference, phrase": -0.19,  # 353
    "said twice": 0.17,  # 2659
    "salary": -0.11,  # 259
    "salary, label": -0.44,  # 92
    "salary, phrase": 0.32,  # 167
    "score": -0.08,  # 590
    "score, label": -0.08,  # 590
    "second reader agreed": 0.72,  # 1955
    "signatory": 0.14,  # 575
    "signatory, layout": 0.09,  # 506
    "signatory, phrase": 0.06,  # 69
    "start": 0.63,  # 365
    "start, label": 0.16,  # 102
    "start, phrase": 0.47,  # 263
    "study date": 0.02,  # 30
    "study date, label": 0.00,  # 12
    "study date, phrase": 0.02,  # 18
    "study field": -0.10,  # 196
    "study field, label": 0.08,  # 59
    "study field, layout": -0.25,  # 14
    "study field, phrase": 0.07,  # 123
    "test": 0.14,  # 150
    "test date": 0.33,  # 146
    "test date, inferred": 0.01,  # 3
    "test date, label": 0.31,  # 116
    "test date, phrase": 0.01,  # 27
    "test, phrase": 0.14,  # 150
    "title": -0.32,  # 361
    "title, label": -0.07,  # 105
    "title, layout": 0.06,  # 17
    "title, phrase": -0.31,  # 239
    "volume": -0.30,  # 56
    "volume, phrase": -0.30,  # 56
    "doubt": -2.40,  # 1053
    "second reader differed": -2.40,  # 106
    "strange sign": 0.00,  # 79
    "word under 0.85": -2.40,  # 125
    "word under 0.92": -1.20,  # 303
    "word under 0.97": -0.40,  # 949
    "tagger agreed": 1.50,
    "tagger unsure": -1.50,
    "tagger doubted": -2.40,
    "tagger differed": -4.00,
}
