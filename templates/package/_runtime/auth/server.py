"""What a generated package knows of the server that grants access."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..core.closest import did_you_mean
from ..core.secret import Secret, hidden
from ..errors import ConfigurationError
from ..errors.expected import expect, texts
from ..http import urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..description.api import Api
    from ..description.operation import Operation

_CREDENTIAL = re.compile(r"[\x21-\x7e]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizationServer:
    """What a generated package knows of the server that grants access.

    Attributes:
        title: What access is granted to, for people.
        authorization_url: Where users consent, or `None` if no user is involved.
        token_operation: The operation that grants tokens.
        scopes: What each scope allows.
        application_scopes: Those an application may have without a user.
        environment: The environment variables with credentials, by their argument.
        refused: The flows that the server no longer offers, and why.
        api: What the package knows of the API.
    """

    title: str
    authorization_url: str | None
    token_operation: Operation[Any]
    scopes: Mapping[str, str]
    application_scopes: tuple[str, ...]
    environment: Mapping[str, str]
    refused: Mapping[str, str]
    api: Api

    def at(self, base_url: str) -> AuthorizationServer:
        """Return the same server under another address.

        Args:
            base_url: Takes the place of scheme and host; https, or loopback.

        Raises:
            ConfigurationError: If it cannot be one.
        """
        base = urls.base(base_url)
        page = self.authorization_url
        return replace(
            self,
            authorization_url=None if page is None else base + urls.parse(page).path,
            token_operation=replace(self.token_operation, server=base),
        )

    def credential(self, name: str, value: str | Secret | None) -> Secret:
        """Return what was given, or what the environment says.

        Args:
            name: The argument, such as `client_id`.
            value: What was given for it, or `None`.

        Raises:
            ConfigurationError: If there is neither, or if it cannot be one.
        """
        found = self.optional(name, value)
        if found is None:
            raise self.lacking(name)
        return found

    def optional(self, name: str, value: str | Secret | None) -> Secret | None:
        """Return what was given, or what the environment says; `None` if nothing.

        Args:
            name: The argument, such as `redirect_uri`.
            value: What was given for it, or `None`.

        Raises:
            ConfigurationError: If it cannot be one. It is never shown.
        """
        expect(
            value,
            str,
            Secret,
            type(None),
            name=name,
            wanted="str",
            error=ConfigurationError,
        )
        given = hidden(value)
        del value
        source, variable = name, self.environment.get(name)
        if given is None and variable is not None:
            source, given = variable, hidden(os.environ.get(variable) or None)
        if given is not None and not _CREDENTIAL.fullmatch(given.reveal()):
            message = f"{source} is empty, or has blanks or characters outside ASCII"
            raise ConfigurationError(message)
        return given

    def lacking(self, name: str) -> ConfigurationError:
        """Return the error for a credential that is nowhere.

        Args:
            name: The argument, such as `client_secret`.
        """
        variable = self.environment.get(name)
        hint = f", or set {variable} in the environment" if variable else ""
        return ConfigurationError(f"{name} is missing: pass it{hint}")

    def checked_scopes(self, scopes: Iterable[str]) -> frozenset[str]:
        """Return scopes the server knows.

        Args:
            scopes: What a program wants to be allowed to do.

        Raises:
            ConfigurationError: If one is unknown; the text names one like it.
        """
        if isinstance(scopes, str):
            scopes = scopes.replace(",", " ").split()
        kind, wrong = "a list of scopes", ConfigurationError
        wanted = frozenset(texts(scopes, name="scopes", wanted=kind, error=wrong))
        for scope in sorted(wanted - self.scopes.keys()):
            hint = did_you_mean(scope, self.scopes)
            raise ConfigurationError(f"scopes: there is no scope {scope!r}{hint}")
        return wanted
