"""Value grammars: how papers write dates, hours, money, names, places, levels. Each module reads text, none knows a kind of
paper."""
