"""The kinds of condition that programs are made of. Each reads facts and parameters, and none knows a program."""
