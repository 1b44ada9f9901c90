"""What each sign of a value weighs, in log-odds; behind it, on how many values it was seen.

Made by `python -m bench.extraction.calibrate`; see there for how.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "any value": 2.97,  # 959
    "birth": 0.67,  # 46
    "birth, label": 0.35,  # 27
    "birth, phrase": 0.32,  # 19
    "conferred": -0.59,  # 23
    "conferred, inferred": -0.50,  # 3
    "conferred, layout": -0.27,  # 7
    "conferred, phrase": 0.18,  # 13
    "country": 0.71,  # 56
    "country, inferred": 0.67,  # 54
    "country, label": 0.03,  # 2
    "credential": -0.35,  # 27
    "credential level": 0.43,  # 27
    "credential level, inferred": 0.43,  # 27
    "credential, label": 0.13,  # 3
    "credential, layout": 0.17,  # 3
    "credential, phrase": -0.64,  # 21
    "doubt": -1.08,  # 142
    "duties": -0.63,  # 7
    "duties, layout": -0.63,  # 7
    "employer": -0.40,  # 43
    "employer, label": 0.30,  # 3
    "employer, layout": -0.70,  # 40
    "end": 0.56,  # 28
    "end, label": 0.05,  # 3
    "end, phrase": 0.51,  # 25
    "full time": 0.30,  # 32
    "full time, inferred": 0.34,  # 5
    "full time, phrase": -0.05,  # 27
    "hours": 0.74,  # 23
    "hours, phrase": 0.74,  # 23
    "inferred": -0.45,  # 97
    "institution": 0.66,  # 29
    "institution, label": 0.02,  # 1
    "institution, layout": 0.64,  # 28
    "internship": 0.04,  # 1
    "internship, phrase": 0.04,  # 1
    "issued": 0.24,  # 88
    "issued, label": 0.26,  # 10
    "issued, layout": 0.82,  # 50
    "issued, phrase": -0.83,  # 28
    "label": 0.33,  # 259
    "layout": 0.05,  # 222
    "level": 0.35,  # 47
    "level, label": 0.35,  # 47
    "name": -0.09,  # 87
    "name, label": -0.59,  # 23
    "name, phrase": 0.50,  # 64
    "nclc": 0.26,  # 28
    "nclc, label": 0.26,  # 28
    "occupation": -1.41,  # 8
    "occupation, inferred": -1.41,  # 8
    "phrase": 0.09,  # 381
    "place": -0.01,  # 30
    "place, layout": 0.68,  # 24
    "place, phrase": -0.69,  # 6
    "read optically": -0.40,  # 2
    "reference": 0.11,  # 40
    "reference, label": -0.70,  # 11
    "reference, phrase": 0.81,  # 29
    "said twice": 1.06,  # 254
    "salary": -0.53,  # 31
    "salary, label": -0.50,  # 6
    "salary, phrase": -0.04,  # 25
    "score": -0.39,  # 59
    "score, label": -0.39,  # 59
    "second reader agreed": 0.90,  # 1
    "second reader differed": -1.20,  # 0
    "signatory": 0.34,  # 70
    "signatory, layout": 0.01,  # 62
    "signatory, phrase": 0.33,  # 8
    "start": 0.96,  # 38
    "start, label": 0.09,  # 7
    "start, phrase": 0.87,  # 31
    "strange sign": -0.50,  # 0
    "study date": 0.08,  # 2
    "study date, phrase": 0.08,  # 2
    "study field": -0.62,  # 20
    "study field, label": 0.33,  # 7
    "study field, layout": -0.66,  # 1
    "study field, phrase": -0.29,  # 12
    "test": -0.24,  # 15
    "test date": 0.42,  # 15
    "test date, label": 0.31,  # 11
    "test date, phrase": 0.11,  # 4
    "test, phrase": -0.24,  # 15
    "title": -0.66,  # 34
    "title, label": 0.03,  # 11
    "title, phrase": -0.69,  # 23
    "volume": -0.90,  # 5
    "volume, phrase": -0.90,  # 5
    "word under 0.85": -0.80,  # 0
    "word under 0.92": -0.50,  # 0
    "word under 0.97": -0.30,  # 0
}
