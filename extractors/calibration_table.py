"""What each sign of a value weighs, in log-odds; behind it, on how many values it was seen.

Made by `python -m bench.extraction.calibrate`; see there for how.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "any value": 6.54,  # 6049
    "birth": 0.45,  # 246
    "birth, label": 0.39,  # 165
    "birth, phrase": 0.06,  # 81
    "conferred": -0.22,  # 127
    "conferred, inferred": 0.03,  # 2
    "conferred, label": 0.00,  # 5
    "conferred, layout": 0.00,  # 4
    "conferred, phrase": -0.26,  # 116
    "country": 0.93,  # 347
    "country, inferred": 0.93,  # 337
    "country, label": 0.00,  # 10
    "credential": -0.92,  # 144
    "credential level": 0.22,  # 144
    "credential level, inferred": 0.22,  # 144
    "credential, label": 0.09,  # 15
    "credential, layout": -0.93,  # 10
    "credential, phrase": -0.08,  # 119
    "duties": 0.14,  # 75
    "duties, layout": 0.14,  # 75
    "employer": -0.31,  # 228
    "employer, label": 0.04,  # 9
    "employer, layout": -0.35,  # 219
    "end": 0.68,  # 226
    "end, inferred": 0.04,  # 7
    "end, label": 0.11,  # 49
    "end, phrase": 0.52,  # 170
    "full time": -0.04,  # 174
    "full time, inferred": 0.23,  # 59
    "full time, label": 0.00,  # 2
    "full time, phrase": -0.27,  # 113
    "hours": 0.77,  # 166
    "hours, label": 0.04,  # 50
    "hours, phrase": 0.73,  # 116
    "inferred": -0.65,  # 872
    "institution": 0.83,  # 146
    "institution, label": 0.00,  # 7
    "institution, layout": 0.83,  # 133
    "institution, phrase": 0.00,  # 6
    "internship": 0.00,  # 4
    "internship, phrase": 0.00,  # 4
    "issued": 0.04,  # 479
    "issued, label": 0.05,  # 67
    "issued, layout": -0.00,  # 189
    "issued, phrase": -0.01,  # 223
    "label": 0.43,  # 1703
    "layout": -0.38,  # 1212
    "level": 0.06,  # 305
    "level, label": 0.06,  # 305
    "name": -1.05,  # 497
    "name, label": -0.24,  # 153
    "name, phrase": -0.81,  # 344
    "nclc": 0.02,  # 119
    "nclc, label": 0.02,  # 119
    "occupation": -2.09,  # 323
    "occupation, inferred": -2.09,  # 323
    "phrase": 0.62,  # 2262
    "place": -0.14,  # 227
    "place, label": 0.02,  # 3
    "place, layout": -0.22,  # 214
    "place, phrase": 0.05,  # 10
    "read optically": -0.82,  # 3674
    "reference": 0.01,  # 269
    "reference, label": 0.07,  # 54
    "reference, phrase": -0.06,  # 215
    "salary": -0.23,  # 183
    "salary, label": -0.57,  # 62
    "salary, phrase": 0.33,  # 121
    "score": -0.08,  # 372
    "score, label": -0.08,  # 372
    "second reader agreed": 0.78,  # 1300
    "signatory": 0.34,  # 394
    "signatory, layout": 0.29,  # 352
    "signatory, phrase": 0.05,  # 42
    "start": 0.62,  # 248
    "start, label": 0.13,  # 69
    "start, phrase": 0.49,  # 179
    "study date": 0.00,  # 6
    "study date, phrase": 0.00,  # 6
    "study field": -0.09,  # 127
    "study field, label": 0.08,  # 35
    "study field, layout": -0.18,  # 11
    "study field, phrase": 0.02,  # 81
    "test": 0.19,  # 99
    "test date": 0.35,  # 95
    "test date, label": 0.33,  # 80
    "test date, phrase": 0.01,  # 15
    "test, phrase": 0.19,  # 99
    "title": -0.45,  # 244
    "title, label": -0.11,  # 72
    "title, layout": 0.04,  # 5
    "title, phrase": -0.37,  # 167
    "volume": 0.02,  # 35
    "volume, phrase": 0.02,  # 35
    "doubt": -2.40,  # 668
    "second reader differed": -2.40,  # 66
    "strange sign": 0.00,  # 55
    "word under 0.85": -2.40,  # 78
    "word under 0.92": -1.20,  # 193
    "said twice": 0.00,  # 1757
    "word under 0.97": -0.40,  # 634
}
