"""Vietnamese writing: how numbers, dates, names and lists are read and put on paper.

Nothing here knows what the numbers and names are about.
"""
