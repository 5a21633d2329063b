"""The pages, and what keeps them true.

`blocks` finds the commands that they show, `fill` prints the output anew, `measures` the scores.
"""
