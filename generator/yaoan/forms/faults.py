"""What can be wrong with the way a form is filled in."""

from yaoan.diagnostics import Catalogue

FAULTS = Catalogue.of(__package__)
