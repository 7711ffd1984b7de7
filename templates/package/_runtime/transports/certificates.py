"""Which certificates a transport trusts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError

if TYPE_CHECKING:
    import ssl


def context(verify: Any) -> ssl.SSLContext:
    """Return the SSL context of a transport.

    Args:
        verify: `True`, the path of a file or folder, or an SSL context.

    Raises:
        ConfigurationError: If there is nothing to read at the path.
    """
    import ssl

    import httpcore2

    if isinstance(verify, ssl.SSLContext):
        return verify
    if verify is True:
        return httpcore2.default_ssl_context()
    try:
        if Path(verify).is_dir():
            return ssl.create_default_context(capath=verify)
        return ssl.create_default_context(cafile=verify)
    except (OSError, TypeError, ssl.SSLError):
        raise ConfigurationError("verify: there are no certificates to read") from None
