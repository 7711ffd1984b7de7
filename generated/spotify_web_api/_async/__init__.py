"""The resources of the asynchronous client, one module each."""
