"""`python -m yaoan` is the command `yaoan`."""

from yaoan.cli import main

main()
