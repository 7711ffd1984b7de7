"""`python -m spotify_web_api.testing serve`: the service as a program."""

import sys

from .._runtime import serve_until_interrupted
from . import FakeSpotify

if __name__ == "__main__":
    program = f"python -m {__package__}"
    sys.exit(serve_until_interrupted(FakeSpotify, program, sys.argv[1:]))
