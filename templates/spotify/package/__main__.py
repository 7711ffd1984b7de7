"""The command line: `python -m … login | whoami | logout | doctor`."""

import sys

from ._command_line.main import main

sys.exit(main())
