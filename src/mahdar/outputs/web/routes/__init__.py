"""The desk's pages, a module each; `app.py` lists them."""
