"""Turn a hand-maintained OpenAPI description into a typed Python client."""

__version__ = "0.1.0"
