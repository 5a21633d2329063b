"""Measures against public corpora and peers. `python -m bench` lists them."""
