"""What can be wrong with a file before anyone asks what it means."""

from yaoan.diagnostics import Catalogue

FAULTS = Catalogue.of(__package__)
