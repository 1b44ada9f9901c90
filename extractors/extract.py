def extract(pages, today, reread=None):
    return ()
