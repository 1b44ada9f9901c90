"""Papers as makers set them that nobody who wrote the reading had seen: what was learnt from each."""
