"""What makes a store of tokens fail where a test says so, in either package."""

from __future__ import annotations

from typing import Any


class FailingMethods:
    """Methods that fail as often as they are told to, and note that they were asked.

    Attributes:
        failures: How many times more each method fails, by its name.
        error: What it fails with.
        asked: The methods that were called, in their order.
    """

    def __init__(self, error: BaseException, **failures: float) -> None:
        super().__init__()
        self.failures = failures
        self.error = error
        self.asked: list[str] = []

    def _asked(self, name: str) -> None:
        self.asked.append(name)
        if self.failures.get(name, 0) > 0:
            self.failures[name] -= 1
            raise self.error

    def load(self, *arguments: Any) -> Any:
        self._asked("load")
        return super().load(*arguments)  # type: ignore[misc]

    def save(self, *arguments: Any) -> Any:
        self._asked("save")
        return super().save(*arguments)  # type: ignore[misc]

    def delete(self, *arguments: Any) -> Any:
        self._asked("delete")
        return super().delete(*arguments)  # type: ignore[misc]

    def acquire(self, *arguments: Any) -> Any:
        self._asked("acquire")
        return super().acquire(*arguments)  # type: ignore[misc]

    def release(self, *arguments: Any) -> Any:
        self._asked("release")
        return super().release(*arguments)  # type: ignore[misc]
