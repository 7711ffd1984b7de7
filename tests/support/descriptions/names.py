"""Names of things, some of which hurt."""

from __future__ import annotations

from hypothesis import strategies as st


def words(text: str) -> list[str]:
    """List the words of a text."""
    return text.split()


_PLAIN = words("size colour weight maker year label owner score height depth note")
_HURT = [
    # Keywords, and what annotations, classes and clients need themselves.
    *words("class from None async lambda self cls str list type_ print models args"),
    *words("timeout max_wait market prefetch cursor raw close auth transport body"),
    *words("items next href limit offset total data json url status headers id"),
    # One name in several spellings.
    *words("Size SIZE si_ze sizeOf size_of size-of SizeOf Colour"),
    # What Python cannot spell.
    *words("1st a.b @id x[] größe naïve 名前 it's a/b a~b per% mc² a:b"),
    "two words",
    'quo"ted',
]
_CALLS = words("get all make change take find keep move pick lend close with_ 名")
_HURT_CALLS = words("class import raw pages close list aclose print operations str")
_RESOURCES = words("things parts boxes")
_HURT_RESOURCES = words("client errors models auth def raw table self type")
_MODELS = words("Bolt Nut Box Shelf Cart Lamp Desk Rope")
_HURT_MODELS = words(
    "Page Model Any Literal Things Client Cursors UnknownItem Error None_ datetime"
    " PartialDate Struct Sequence Mapping List BOLT Nut_ ThingsError Operation"
)


def _mostly(plain: list[str], hurt: list[str]) -> st.SearchStrategy[str]:
    return st.integers(0, 7).flatmap(
        lambda number: st.sampled_from(hurt if number == 7 else plain)
    )


MEMBERS = _mostly(_PLAIN, _HURT)
"""Names of properties and parameters."""

PATHS = MEMBERS.filter(lambda name: name.isascii() and name.isidentifier())
"""Those of parameters in paths that Prism finds there."""

CALLS = _mostly(_CALLS, _HURT_CALLS)
RESOURCES = _mostly(_RESOURCES, _HURT_RESOURCES)
MODELS = _mostly(_MODELS, _HURT_MODELS)
