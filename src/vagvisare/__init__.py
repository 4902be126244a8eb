"""Vägvisare: work-integration social enterprises, partners and support, in several languages."""
