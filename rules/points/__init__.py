"""Points that rank declarations of interest in the PSTQ: information beside the verdict, never part of it.

They decide who is invited, not who is selected; no pass mark exists. The grid is likely, not sure, and each round adds filters of its
own. Every factor is a range: the least that confirmed facts support, the most that they do not exclude.
"""
