"""Words out of pictures: the models, how a picture is read with them, and the second reader for single boxes."""
