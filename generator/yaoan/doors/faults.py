"""What can be wrong with a built site."""

from yaoan.diagnostics import Catalogue

FAULTS = Catalogue.of(__package__)
