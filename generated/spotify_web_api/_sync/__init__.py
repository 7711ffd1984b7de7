"""The resources of the synchronous client, one module each."""
