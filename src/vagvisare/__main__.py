"""``python -m vagvisare`` is the command ``vagvisare``."""

from vagvisare.cli import main

main(prog_name="vagvisare")
