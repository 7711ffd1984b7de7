"""How late a call may end: what is promised, and what a busy shared machine adds."""

from __future__ import annotations

import os

GRACE = 0.5 if os.environ.get("CI") else 0.1
"""Seconds beyond a deadline; a machine that runs other jobs stalls for longer."""
