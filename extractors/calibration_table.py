"""What each sign of a value weighs, in log-odds; behind it, on how many values it was seen.

Made by `python -m bench.extraction.calibrate`; see there for how.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "any value": 6.76,  # 23977
    "birth": 0.96,  # 858
    "birth, label": 0.79,  # 589
    "birth, phrase": 0.17,  # 269
    "conferred": 1.27,  # 466
    "conferred, inferred": 0.98,  # 31
    "conferred, label": 0.01,  # 5
    "conferred, layout": 0.13,  # 27
    "conferred, learned": 0.01,  # 4
    "conferred, phrase": 0.14,  # 399
    "country": 0.68,  # 1382
    "country, inferred": 0.68,  # 1372
    "country, label": 0.00,  # 10
    "credential": -1.36,  # 523
    "credential level": -0.10,  # 511
    "credential level, inferred": -0.10,  # 511
    "credential, label": -0.36,  # 70
    "credential, layout": -0.86,  # 51
    "credential, phrase": -0.14,  # 402
    "duties": -1.27,  # 447
    "duties, label": -0.73,  # 10
    "duties, layout": -0.54,  # 437
    "employer": -0.70,  # 902
    "employer, label": -0.25,  # 20
    "employer, layout": 0.45,  # 831
    "employer, learned": -0.70,  # 5
    "employer, phrase": -0.21,  # 46
    "end": 2.12,  # 1040
    "end, inferred": 1.29,  # 35
    "end, label": 0.18,  # 233
    "end, learned": -0.35,  # 11
    "end, phrase": 1.00,  # 761
    "full time": 0.54,  # 892
    "full time, inferred": 1.17,  # 356
    "full time, label": 0.01,  # 28
    "full time, phrase": -0.64,  # 508
    "hours": 0.84,  # 859
    "hours, label": -0.58,  # 217
    "hours, learned": 0.13,  # 6
    "hours, phrase": 1.30,  # 636
    "inferred": 0.24,  # 3609
    "institution": 0.08,  # 526
    "institution, label": 0.03,  # 10
    "institution, layout": 1.02,  # 496
    "institution, learned": 0.06,  # 4
    "institution, phrase": -1.04,  # 16
    "internship": 0.23,  # 38
    "internship, phrase": 0.23,  # 38
    "issued": 0.05,  # 1677
    "issued, label": 0.40,  # 150
    "issued, layout": -0.20,  # 592
    "issued, learned": -0.67,  # 11
    "issued, phrase": 0.53,  # 924
    "label": 0.87,  # 5885
    "layout": 0.27,  # 4738
    "learned": -2.62,  # 233
    "level": 0.08,  # 936
    "level, label": 0.08,  # 936
    "name": -0.43,  # 1767
    "name, label": 0.30,  # 508
    "name, learned": 0.40,  # 14
    "name, phrase": -1.13,  # 1245
    "nclc": 0.03,  # 417
    "nclc, label": 0.03,  # 417
    "occupation": -3.84,  # 1301
    "occupation, inferred": -3.84,  # 1301
    "phrase": 1.26,  # 9512
    "place": 0.22,  # 880
    "place, label": 0.17,  # 3
    "place, layout": -0.27,  # 832
    "place, learned": -0.20,  # 10
    "place, phrase": 0.51,  # 35
    "read optically": -0.04,  # 14863
    "reference": -0.09,  # 1148
    "reference, label": 0.05,  # 129
    "reference, learned": 0.16,  # 78
    "reference, phrase": -0.29,  # 941
    "salary": -0.53,  # 823
    "salary, label": -0.31,  # 282
    "salary, phrase": -0.22,  # 541
    "score": 0.16,  # 1218
    "score, label": 0.16,  # 1218
    "signatory": -0.01,  # 1714
    "signatory, layout": 0.02,  # 1417
    "signatory, learned": -0.02,  # 42
    "signatory, phrase": -0.01,  # 255
    "start": 1.21,  # 1172
    "start, label": 1.10,  # 324
    "start, learned": -0.12,  # 20
    "start, phrase": 0.24,  # 828
    "study date": 0.01,  # 52
    "study date, label": 0.00,  # 20
    "study date, phrase": 0.01,  # 32
    "study field": 0.32,  # 491
    "study field, label": -0.13,  # 120
    "study field, layout": 0.16,  # 26
    "study field, learned": -0.13,  # 9
    "study field, phrase": 0.42,  # 336
    "test": 0.15,  # 320
    "test date": 0.22,  # 316
    "test date, inferred": 0.06,  # 3
    "test date, label": 0.09,  # 250
    "test date, phrase": 0.07,  # 63
    "test, phrase": 0.15,  # 320
    "title": -0.58,  # 1144
    "title, label": -0.16,  # 336
    "title, layout": 0.35,  # 29
    "title, learned": -1.20,  # 19
    "title, phrase": 0.43,  # 760
    "volume": -0.24,  # 157
    "volume, phrase": -0.24,  # 157
    "doubt": -2.40,  # 3724
    "second reader agreed": 0.50,  # 4843
    "second reader differed": -2.40,  # 251
    "strange sign": 0.00,  # 180
    "tagger agreed": 1.50,  # 9915
    "tagger differed": -4.00,  # 1492
    "tagger doubted": -2.40,  # 1154
    "tagger unsure": -2.40,  # 1023
    "word under 0.85": -2.40,  # 403
    "word under 0.92": -1.20,  # 952
    "said twice": 0.00,  # 6355
    "word under 0.97": -0.40,  # 2767
}
