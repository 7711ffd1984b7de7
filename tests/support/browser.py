"""A real browser without a window, as a fixture: Chromium through WebDriver."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from tests.support.parts import lack, need

DRIVER = "/usr/bin/chromedriver"
_QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=800,600",
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Start a browser with an empty profile, or skip the test with the reason."""
    need("chromium", "install chromium and chromium-driver")
    if not Path(DRIVER).exists():
        lack(f"{DRIVER} is not here: install chromium-driver")
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in _QUIET:
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('chromium')}")
    started = Chrome(options, Service(DRIVER))
    started.set_page_load_timeout(30)
    try:
        yield started
    finally:
        started.quit()
