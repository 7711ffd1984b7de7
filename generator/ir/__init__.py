"""What a description means: frozen, plain data between `build` and `plan`.

Nothing here prints, spells Python or knows OpenAPI. Names are final, order is final.
This is the face: stages take the types from here (`ir.Model`). May import `dialect`.
"""

from .answers import Answers
from .api import (
    Api,
    Authorization,
    Batch,
    Call,
    CallKind,
    Group,
    Operation,
    Parameter,
    ReasonError,
    Reference,
    ReferenceKind,
    Resource,
    Shape,
    StatusError,
    Where,
    WireKind,
)
from .availability import Availability, QuotaLimit, Route, Translation
from .models import Alias, Declaration, Field, FirstOf, Model, Module, PageModel
from .types import (
    Choice,
    ListOf,
    MapOf,
    Named,
    Nullable,
    Primitive,
    PrimitiveName,
    Type,
    Union,
)

__all__ = [
    "Alias",
    "Answers",
    "Api",
    "Authorization",
    "Availability",
    "Batch",
    "Call",
    "CallKind",
    "Choice",
    "Declaration",
    "Field",
    "FirstOf",
    "Group",
    "ListOf",
    "MapOf",
    "Model",
    "Module",
    "Named",
    "Nullable",
    "Operation",
    "PageModel",
    "Parameter",
    "Primitive",
    "PrimitiveName",
    "QuotaLimit",
    "ReasonError",
    "Reference",
    "ReferenceKind",
    "Resource",
    "Route",
    "Shape",
    "StatusError",
    "Translation",
    "Type",
    "Union",
    "Where",
    "WireKind",
]
