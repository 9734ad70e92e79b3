"""Furigana: how the words of Japanese pages are read, made at build; a page asks for it at the reader's wish."""
