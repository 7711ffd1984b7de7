"""What OpenAPI has and the dialect does not: why, and what to write instead.

Keys that are not in OpenAPI either are merely unknown; these deserve a reason.
"""

from __future__ import annotations

from ..dialect.remedies import ALTERNATIVES

_NO_GUESS = "the type of a value would have to be guessed"
_NAMED_BOUNDS = "only inclusive bounds are checked before a request is sent"
_DOCUMENTATION = "the client has no place for it"
_ONE_PLACE = "every operation says all about itself"
_BROWSER = "the client has no use for it"

_Table = dict[str, tuple[str, str]]

_SCHEMA: _Table = {
    "not": (_NO_GUESS, "Describe what the value is."),
    "if": (_NO_GUESS, ALTERNATIVES),
    "then": (_NO_GUESS, ALTERNATIVES),
    "else": (_NO_GUESS, ALTERNATIVES),
    "nullable": (
        "it is of OpenAPI 3.0",
        'Write `type: [string, "null"]`, or `oneOf` of a `$ref` and `type: "null"`.',
    ),
    "exclusiveMinimum": (
        _NAMED_BOUNDS,
        "Use `minimum` with the next whole number, or say it in the `description`.",
    ),
    "exclusiveMaximum": (
        _NAMED_BOUNDS,
        "Use `maximum` with the last whole number, or say it in the `description`.",
    ),
    "multipleOf": (_NAMED_BOUNDS, "Say it in the `description`."),
    "uniqueItems": ("lists keep what is given", "Say it in the `description`."),
    "minProperties": (_NAMED_BOUNDS, "Say it in the `description`."),
    "maxProperties": (_NAMED_BOUNDS, "Say it in the `description`."),
    "patternProperties": (
        _NO_GUESS,
        "Use `additionalProperties` with the schema of all values.",
    ),
    "propertyNames": (_NO_GUESS, "Say it in the `description`."),
    "unevaluatedProperties": ("unknown fields are kept anyway", "Take it out."),
    "unevaluatedItems": (_NO_GUESS, "Use `items`."),
    "dependentRequired": (_NO_GUESS, "Say it in the `description`."),
    "dependentSchemas": (_NO_GUESS, ALTERNATIVES),
    "prefixItems": (
        _NO_GUESS,
        "Use `items` if all are of one type; a list of several is not supported.",
    ),
    "contains": (_NO_GUESS, "Use `items`."),
    "minContains": (_NO_GUESS, "Use `minItems`."),
    "maxContains": (_NO_GUESS, "Use `maxItems`."),
    "contentMediaType": ("the media type of the body says it", "Take it out."),
    "contentSchema": (_NO_GUESS, "Say it in the `description`."),
    "readOnly": ("answers and bodies have schemas of their own", "Take it out."),
    "writeOnly": ("answers and bodies have schemas of their own", "Take it out."),
    "xml": ("only JSON is read", "Take it out."),
    "externalDocs": (_DOCUMENTATION, "Put the link into the `description`."),
    "$id": ("a schema is known by its place", "Take it out."),
    "$schema": ("OpenAPI 3.1 says which dialect it is", "Take it out."),
    "$anchor": ("references are JSON pointers", "Refer to `file.yaml#/Name`."),
    "$dynamicRef": (_NO_GUESS, "Use `$ref`."),
    "$dynamicAnchor": (_NO_GUESS, "Use `$ref`."),
    "$defs": ("schemas stand beside each other", "Make it a schema of the file."),
    "definitions": ("schemas stand beside each other", "Make it a schema of the file."),
    "$comment": ("YAML has comments", "Write `# …`."),
}

_REFERENCE: _Table = dict.fromkeys(
    ("type", "properties", "required", "items", "enum", "allOf", "oneOf", "format"),
    (
        "it stands beside a `$ref`, where tools differ in what it means",
        "Use `allOf` of the `$ref` and an object, or change what is referred to.",
    ),
)

_PARAMETER: _Table = {
    "content": ("parameters are text", "Use `schema`."),
    "examples": ("one is enough", "Use `example`."),
    "allowReserved": ("everything is encoded", "Take it out."),
    "allowEmptyValue": ("OpenAPI deprecates it", "Say it in the `description`."),
}

_HEADER: _Table = {
    "content": ("headers are text", "Use `schema`."),
    "examples": ("one is enough", "Use `example`."),
    "style": ("headers are simple", "Take it out."),
    "explode": ("headers are simple", "Take it out."),
}

_OPERATION: _Table = {
    "callbacks": ("the client is no server", "Describe it in the `description`."),
}

_PATH_ITEM: _Table = {
    "parameters": (_ONE_PLACE, "Refer to the parameters in every operation."),
    "servers": (_ONE_PLACE, "Put `servers` into every operation."),
    "summary": (_ONE_PLACE, "Put it into the operations."),
    "description": (_ONE_PLACE, "Put it into the operations."),
    "head": (_BROWSER, "Take it out."),
    "options": (_BROWSER, "Take it out."),
    "trace": (_BROWSER, "Take it out."),
    "$ref": ("only an entry of `paths` refers to a path item", "Move it there."),
}

_RESPONSE: _Table = {
    "links": ("calls are written out", "Use `x-page`, or say it in the `description`."),
}

_MEDIA_TYPE: _Table = {
    "encoding": ("bodies are JSON, forms of plain text, or bytes", "Take it out."),
}

_EXAMPLE: _Table = {
    "externalValue": ("nothing outside is read", "Use `value`."),
    "description": (_DOCUMENTATION, "Use `summary`."),
}

_SERVER: _Table = {
    "variables": (_NO_GUESS, "Write the URL out."),
}

_SCHEME: _Table = {
    "in": ("only OAuth 2 and HTTP authorization are known", "Use `type: oauth2`."),
    "openIdConnectUrl": ("only OAuth 2 is known", "Use `type: oauth2` with `flows`."),
    "scheme": ("`type: oauth2` has flows instead", "Take it out."),
    "bearerFormat": ("`type: oauth2` has flows instead", "Take it out."),
    "flows": ("`type: http` has none", "Take them out, or write `type: oauth2`."),
}

_ROOT: _Table = {
    "webhooks": ("the client is no server", "Take them out."),
    "security": (_ONE_PLACE, "Put `security` into every operation."),
    "jsonSchemaDialect": ("the dialect is fixed", "Take it out."),
    "swagger": ("this is OpenAPI 2", "Write the description in OpenAPI 3.1."),
}

_COMPONENTS: _Table = {
    "requestBodies": (_ONE_PLACE, "Write the body in the operation."),
    "links": _RESPONSE["links"],
    "callbacks": _OPERATION["callbacks"],
}

UNSUPPORTED: dict[str, _Table] = {
    "schema": _SCHEMA,
    "reference to a schema": {**_SCHEMA, **_REFERENCE},
    "parameter": _PARAMETER,
    "header": _HEADER,
    "operation": _OPERATION,
    "path item": _PATH_ITEM,
    "response": _RESPONSE,
    "media type": _MEDIA_TYPE,
    "example": _EXAMPLE,
    "server": _SERVER,
    "security scheme": _SCHEME,
    "description": _ROOT,
    "components": _COMPONENTS,
}
"""By what the key stands in: the key, the reason, the remedy."""

NOWHERE = {
    "header": (
        "headers are no arguments",
        "Leave it out, or make it a query parameter.",
    ),
    "cookie": ("cookies are never sent", "Leave it out."),
}
"""Places of parameters that are not known."""
