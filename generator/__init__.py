"""Turn a hand-maintained OpenAPI description into a typed Python client."""
