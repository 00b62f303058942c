"""What can be wrong with the folder of entries."""

from yaoan.diagnostics import Catalogue

FAULTS = Catalogue.of(__package__)
