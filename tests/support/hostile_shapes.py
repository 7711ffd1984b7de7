"""Descriptions of any size, each of a shape that some walk might take too long for."""

from __future__ import annotations

from collections.abc import Callable

Shape = Callable[[int], str]

_HEAD = """\
openapi: 3.1.1
info: {title: A, version: "1", description: D.}
servers: [{url: "https://a.example"}]
tags: [{name: T, description: D.}]
paths:
"""
_DONE = '"204": {description: D.}'
_THING = (
    "{type: object, description: D., properties: {z: {type: string, description: D.}}}"
)
_QUERY = "in: query, description: D., example: a, schema: {type: string}"


def many(count: int, text: str, glue: str = ", ") -> str:
    """Repeat a text; `%` is its number, `^` that of the next one."""
    return glue.join(
        text.replace("%", str(number)).replace("^", str((number + 1) % count))
        for number in range(count)
    )


def call(extra: str = "", answers: str = _DONE) -> str:
    """Describe an operation; `%` is its number."""
    keys = [
        "operationId: x%, tags: [T], summary: S, description: D.",
        *(["security: []"] if "security:" not in extra else []),
        *([extra] if extra else []),
        f"responses: {{{answers}}}",
    ]
    return f"  /x%: {{get: {{{', '.join(keys)}}}}}\n"


def one(extra: str = "", answers: str = _DONE) -> str:
    """Begin a description of one operation."""
    return _HEAD + call(extra, answers).replace("%", "0")


def answer(schema: str = "", example: str = "{}") -> str:
    """Describe an answer; by default it is the first of the schemas."""
    schema = schema or ref("S0")
    content = f"application/json: {{schema: {schema}, example: {example}}}"
    return f'"200": {{description: D., content: {{{content}}}}}'


def ref(name: str, kind: str = "schemas") -> str:
    """Refer to a component."""
    return f'{{$ref: "#/components/{kind}/{name}"}}'


def shared(kind: str, *entries: str) -> str:
    """Write components, `name: text` each."""
    return f"components:\n  {kind}:\n" + "".join(f"    {each}\n" for each in entries)


def schemas(count: int, text: str, *more: str) -> str:
    """Describe an operation and schemas `S0`, `S1`, …; it answers with the first."""
    listed = many(count, f"S%: {text}", "\n    ")
    return one(answers=answer()) + shared("schemas", listed, *more)


def thing(properties: str, more: str = "") -> str:
    """Describe an object."""
    return f"{{type: object, description: D., {more}properties: {{{properties}}}}}"


def parameters(count: int, text: str) -> str:
    """Describe an operation that refers to parameters `p0`, `p1`, …."""
    refs = many(count, ref("p%", "parameters"))
    listed = many(count, f"p%: {text}", "\n    ")
    return one(f"parameters: [{refs}]") + shared("parameters", listed)


def calls(count: int, extra: str = "", answers: str = _DONE) -> str:
    """Describe operations."""
    return _HEAD + many(count, call(extra, answers), "")


_SCHEME = (
    "a: {type: oauth2, description: D., flows: {clientCredentials:"
    ' {tokenUrl: "https://a.example/t", scopes: {SCOPES}}}}'
)
_IDS = (
    "x-batch: {parameter: ids, size: 2}, parameters: [{name: ids, in: query,"
    " required: true, style: form, explode: false, description: D., example: [a],"
    " schema: {type: array, items: {type: string}}}]"
)
_VARIANT = "{operationId: v%, summary: S, description: D., arguments: {k: v%}}"
_KIND = f"{{name: k, required: true, {_QUERY}}}"
_REASON = "{value: v%, status: 404, error: A%Error, description: D.}"
_COMMON = ", ".join(f'"{400 + i}": {ref("R", "responses")}' for i in range(50))
_TEXTS = "items: {type: string}"

SHAPES: dict[str, Shape] = {
    "operations": calls,
    "parameters": lambda n: one(f"parameters: [{many(n, f'{{name: q%, {_QUERY}}}')}]"),
    "unknown keys": lambda n: one(many(n, "zz%: 1")),
    "references that lead nowhere": lambda n: one(
        answers=answer(thing(many(n, f"p%: {ref('Sabcdefx%')}")))
    )
    + shared("schemas", many(n, "Sabcdef%: {type: string}", "\n    ")),
    "replacements that are no calls": lambda n: calls(
        n, "x-availability: {replacement: yabcdef%}"
    ),
    "scopes that are not declared": lambda n: one(
        f"security: [{{a: [{many(n, 'b%')}]}}]"
    )
    + shared("securitySchemes", _SCHEME.replace("SCOPES", many(n, "a%: D."))),
    "scopes of operations": lambda n: calls(n, "security: [{a: [a%]}]")
    + shared("securitySchemes", _SCHEME.replace("SCOPES", many(n, "a%: D."))),
    "schemas that contain themselves": lambda n: schemas(n, thing(f"a: {ref('S%')}")),
    "a circle": lambda n: schemas(n, thing(f"a: {ref('S^')}")),
    "circles in circles": lambda n: schemas(
        n, thing(f"a: {ref('S^')}, b: {ref('S0')}")
    ),
    "a chain of schemas": lambda n: schemas(
        n, thing(f"a: {ref('T%')}"), many(n, f"T%: {ref('S^')}", "\n    ")
    ),
    "other names of schemas": lambda n: schemas(n, ref("S^")),
    "parameters that refer to each other": lambda n: parameters(
        n, ref("p^", "parameters")
    ),
    "doubled parts": lambda n: schemas(
        min(n, 60),
        f"{{description: D., allOf: [{ref('T%')}, {ref('T%')}]}}",
        *(f"T{i}: {ref(f'S{i + 1}')}" for i in range(min(n, 60))),
    ),
    "one path item of many": lambda n: _HEAD
    + many(n, f"  /x%: {ref('P', 'pathItems')}\n", "")
    + shared(
        "pathItems",
        "P: {get: {operationId: x, tags: [T], summary: S, description: D., security:"
        f" [], parameters: [{many(n, f'{{name: q%, {_QUERY}}}')}],"
        f" responses: {{{_DONE}}}}}}}",
    ),
    "common responses": lambda n: f"x-common-responses: {{any: {{{_COMMON}}}}}\n"
    + calls(n)
    + shared("responses", "R: {description: D.}"),
    "variants": lambda n: one(
        f"x-variants: [{many(n, _VARIANT)}], parameters: [{_KIND}]"
    ),
    "batches": lambda n: calls(n, _IDS),
    "values of a list": lambda n: one(
        answers=answer(
            f"{{type: array, items: {{type: string, enum: [{many(n, 'a%')}]}}}}",
            f"[{many(n, 'a%')}]",
        )
    ),
    "a value that stands twice": lambda n: one(
        answers=answer(f"{{type: string, enum: [{many(n, 'a')}]}}", "a")
    ),
    "examples that lack everything": lambda n: schemas(
        1,
        thing(
            many(n, "p%: {type: string, description: D.}"),
            f"required: [{many(n, 'p%')}], ",
        ),
    ).replace("example: {}", f"examples: {{{many(n, 'e%: {value: {}}')}}}"),
    "items that lack everything": lambda n: one(
        answers=answer(f"{{type: array, items: {ref('S')}}}", f"[{many(n, '{}')}]")
    )
    + shared(
        "schemas",
        "S: "
        + thing(
            many(n, "p%: {type: string, description: D.}"),
            f"required: [{many(n, 'p%')}], ",
        ),
    ),
    "defaults that do not fit": lambda n: schemas(
        1,
        f"{{type: array, description: D., default: [{many(n, '%')}], {_TEXTS}}}",
    ),
    "members of a union": lambda n: schemas(
        n,
        thing("type: {type: string, const: s%, description: D.}", "required: [type], "),
        f"U: {{description: D., oneOf: [{many(n, ref('S%'))}], discriminator: {{"
        f"propertyName: type, mapping: {{{many(n, 's%: S%')}}}}}}}",
    ),
    "reasons": lambda n: schemas(
        1,
        thing(
            "a: {type: string, description: D.}",
            f"x-reason: [{many(n, _REASON)}], ",
        ),
    ),
    "aliases": lambda n: "a: &a [x]\n" + many(n, "b%: [*a, *a]\n", ""),
    "brackets": lambda n: "[" * n,
    "a long name": lambda n: calls(n, f"parameters: [{ref('p', 'parameters')}]")
    + shared("parameters", f"p: {{name: {'q' * 20 * n}, {_QUERY}}}"),
}
"""By what they have ever more of."""

PRODUCTS: dict[str, Shape] = {
    "one object in many": lambda n: schemas(
        n,
        f"{{description: D., allOf: [{ref('B')}]}}",
        f"B: {thing(many(n, 'p%: {type: string, description: D.}'))}",
    ),
    "one answer of many": lambda n: calls(n, answers=f'"204": {ref("R", "responses")}')
    + shared(
        "responses",
        "R: {description: D., headers: {"
        + many(n, "H%: {description: D., schema: {type: string}}")
        + "}}",
    ),
}
"""By what they make of little text."""
