"""`make bench-reading`: how well and at what cost pages become words, beside the tools people use today."""
