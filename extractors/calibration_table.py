"""What each sign of a value weighs, in log-odds; behind it, on how many values it was seen.

Made by `python -m bench.extraction.calibrate`; see there for how.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "any value": 6.70,  # 7810
    "birth": 0.45,  # 324
    "birth, label": 0.39,  # 216
    "birth, phrase": 0.05,  # 108
    "conferred": -0.36,  # 166
    "conferred, inferred": 0.11,  # 5
    "conferred, label": 0.00,  # 5
    "conferred, layout": 0.00,  # 4
    "conferred, phrase": -0.47,  # 152
    "country": 0.81,  # 438
    "country, inferred": 0.80,  # 428
    "country, label": 0.00,  # 10
    "credential": -0.87,  # 186
    "credential level": 0.16,  # 180
    "credential level, inferred": 0.16,  # 180
    "credential, label": 0.08,  # 24
    "credential, layout": -0.82,  # 19
    "credential, phrase": -0.12,  # 143
    "duties": 0.22,  # 93
    "duties, layout": 0.22,  # 93
    "employer": -0.15,  # 285
    "employer, label": 0.03,  # 9
    "employer, layout": -0.18,  # 276
    "end": 0.64,  # 292
    "end, inferred": 0.04,  # 10
    "end, label": 0.10,  # 67
    "end, phrase": 0.49,  # 215
    "full time": 0.66,  # 231
    "full time, inferred": 0.94,  # 71
    "full time, label": 0.00,  # 2
    "full time, phrase": -0.28,  # 158
    "hours": 1.17,  # 220
    "hours, label": 0.03,  # 59
    "hours, phrase": 1.15,  # 161
    "inferred": -0.42,  # 1119
    "institution": 0.48,  # 188
    "institution, label": 0.00,  # 10
    "institution, layout": 0.47,  # 169
    "institution, phrase": 0.00,  # 9
    "internship": 0.01,  # 7
    "internship, phrase": 0.01,  # 7
    "issued": 0.27,  # 608
    "issued, label": 0.04,  # 83
    "issued, layout": -0.03,  # 231
    "issued, phrase": 0.25,  # 294
    "label": 0.35,  # 2217
    "layout": -0.65,  # 1516
    "level": 0.06,  # 392
    "level, label": 0.06,  # 392
    "name": -1.15,  # 626
    "name, label": -0.41,  # 189
    "name, phrase": -0.74,  # 437
    "nclc": 0.03,  # 167
    "nclc, label": 0.03,  # 167
    "occupation": -2.49,  # 422
    "occupation, inferred": -2.49,  # 422
    "phrase": 0.74,  # 2958
    "place": -0.24,  # 275
    "place, label": 0.02,  # 3
    "place, layout": -0.30,  # 262
    "place, phrase": 0.04,  # 10
    "read optically": -0.65,  # 4846
    "reference": -0.21,  # 359
    "reference, label": 0.07,  # 60
    "reference, phrase": -0.28,  # 299
    "said twice": 0.06,  # 2245
    "salary": -0.18,  # 223
    "salary, label": -0.51,  # 77
    "salary, phrase": 0.32,  # 146
    "score": -0.08,  # 495
    "score, label": -0.08,  # 495
    "second reader agreed": 0.70,  # 1702
    "signatory": 0.17,  # 497
    "signatory, layout": 0.12,  # 440
    "signatory, phrase": 0.05,  # 57
    "start": 0.62,  # 323
    "start, label": 0.16,  # 93
    "start, phrase": 0.46,  # 230
    "study date": 0.02,  # 24
    "study date, label": 0.00,  # 6
    "study date, phrase": 0.02,  # 18
    "study field": -0.13,  # 169
    "study field, label": 0.09,  # 56
    "study field, layout": -0.18,  # 11
    "study field, phrase": -0.04,  # 102
    "test": 0.14,  # 129
    "test date": 0.34,  # 125
    "test date, inferred": 0.01,  # 3
    "test date, label": 0.31,  # 98
    "test date, phrase": 0.01,  # 24
    "test, phrase": 0.14,  # 129
    "title": -0.36,  # 319
    "title, label": -0.07,  # 96
    "title, layout": 0.05,  # 11
    "title, phrase": -0.34,  # 212
    "volume": 0.01,  # 47
    "volume, phrase": 0.01,  # 47
    "doubt": -2.40,  # 922
    "second reader differed": -2.40,  # 90
    "strange sign": 0.00,  # 69
    "word under 0.85": -2.40,  # 107
    "word under 0.92": -1.20,  # 259
    "word under 0.97": -0.40,  # 825
}
