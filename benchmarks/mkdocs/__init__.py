"""The same pages as Markdown files for MkDocs."""
