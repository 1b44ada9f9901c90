"""Reads each file in a process of its own, with limits: every upload is hostile.

`Sandbox` (client.py) keeps one *warden* process (warden.py) that has the libraries and models loaded. For each file the warden
forks a *reader*, which gives up the network and privileges, takes on limits (confine.py), reads, and is gone. Bytes go in and
frames come out over pipes (frames.py); what comes out is checked before it is believed.
"""

from extractors.sandbox.client import Sandbox

__all__ = ["Sandbox"]
