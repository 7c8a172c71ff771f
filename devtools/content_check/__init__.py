"""The checks that hold the project's words to STYLE.md. Run them with
`python -m devtools.content_check`. A tool for those who write the words: nothing that serves
people imports it, and it needs the development packages (textstat, pyspellchecker).
"""
