"""What if: the same facts with other values in them, and the smallest single change that would turn a stream.

Nothing here is written anywhere: supposed facts live in a copy, are validated as a whole, and every change that is shown has been
judged. A change says what the rules would answer, never what a person should claim.
"""
