"""What each sign of a value weighs, in log-odds; behind it, on how many values it was seen.

Made by `python -m bench.extraction.calibrate`; see there for how.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "any value": 6.59,  # 6023
    "birth": 0.42,  # 246
    "birth, label": 0.36,  # 165
    "birth, phrase": 0.05,  # 81
    "conferred": -0.27,  # 127
    "conferred, inferred": 0.05,  # 2
    "conferred, label": 0.00,  # 5
    "conferred, layout": 0.01,  # 4
    "conferred, phrase": -0.33,  # 116
    "country": 0.92,  # 347
    "country, inferred": 0.92,  # 337
    "country, label": 0.00,  # 10
    "credential": -0.98,  # 144
    "credential level": 0.21,  # 144
    "credential level, inferred": 0.21,  # 144
    "credential, label": 0.04,  # 15
    "credential, layout": -0.92,  # 10
    "credential, phrase": -0.09,  # 119
    "duties": 0.16,  # 74
    "duties, layout": 0.16,  # 74
    "employer": -0.39,  # 228
    "employer, label": 0.03,  # 9
    "employer, layout": -0.41,  # 219
    "end": 0.65,  # 228
    "end, inferred": 0.06,  # 7
    "end, label": 0.17,  # 49
    "end, phrase": 0.42,  # 172
    "full time": 0.20,  # 174
    "full time, inferred": 0.18,  # 59
    "full time, label": 0.00,  # 2
    "full time, phrase": 0.02,  # 113
    "hours": 0.82,  # 167
    "hours, label": 0.03,  # 50
    "hours, phrase": 0.78,  # 117
    "inferred": -0.71,  # 856
    "institution": 0.85,  # 146
    "institution, label": 0.00,  # 7
    "institution, layout": 0.84,  # 133
    "institution, phrase": 0.00,  # 6
    "internship": 0.00,  # 4
    "internship, phrase": 0.00,  # 4
    "issued": -0.02,  # 475
    "issued, label": 0.05,  # 67
    "issued, layout": -0.03,  # 186
    "issued, phrase": -0.04,  # 222
    "label": 0.58,  # 1703
    "layout": -0.52,  # 1205
    "level": 0.05,  # 305
    "level, label": 0.05,  # 305
    "name": -0.99,  # 483
    "name, label": -0.37,  # 150
    "name, phrase": -0.62,  # 333
    "nclc": 0.02,  # 119
    "nclc, label": 0.02,  # 119
    "occupation": -2.13,  # 307
    "occupation, inferred": -2.13,  # 307
    "phrase": 0.68,  # 2259
    "place": -0.17,  # 227
    "place, label": 0.02,  # 3
    "place, layout": -0.23,  # 215
    "place, phrase": 0.04,  # 9
    "read optically": -0.76,  # 3659
    "reference": 0.03,  # 269
    "reference, label": -0.01,  # 54
    "reference, phrase": 0.03,  # 215
    "salary": 0.04,  # 184
    "salary, label": -0.22,  # 62
    "salary, phrase": 0.26,  # 122
    "score": -0.01,  # 375
    "score, label": -0.01,  # 375
    "signatory": 0.19,  # 390
    "signatory, layout": 0.14,  # 348
    "signatory, phrase": 0.05,  # 42
    "start": 1.01,  # 248
    "start, label": 0.14,  # 69
    "start, phrase": 0.87,  # 179
    "study date": 0.00,  # 6
    "study date, phrase": 0.00,  # 6
    "study field": -0.24,  # 129
    "study field, label": 0.05,  # 35
    "study field, layout": -0.16,  # 11
    "study field, phrase": -0.14,  # 83
    "test": 0.14,  # 99
    "test date": 0.33,  # 95
    "test date, label": 0.33,  # 80
    "test date, phrase": 0.00,  # 15
    "test, phrase": 0.14,  # 99
    "title": -0.81,  # 248
    "title, label": -0.09,  # 72
    "title, layout": 0.08,  # 5
    "title, phrase": -0.80,  # 171
    "volume": 0.01,  # 35
    "volume, phrase": 0.01,  # 35
    "word under 0.97": -0.81,  # 677
    "doubt": -2.40,  # 659
    "second reader agreed": 0.50,  # 1799
    "second reader differed": -2.40,  # 126
    "strange sign": 0.00,  # 55
    "word under 0.85": -1.20,  # 78
    "word under 0.92": -0.80,  # 185
    "said twice": 0.00,  # 1726
}
