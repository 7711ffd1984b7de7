"""One slip in the description is one finding, and eight are eight."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from generator.findings import InvalidDescriptionError
from tests.support.generate import ROOT, settings

if TYPE_CHECKING:
    from generator.findings import Finding

SPEC = ROOT / "spec"
ALBUM, ALBUMS = "schemas/albums.yaml", "paths/albums.yaml"

SLIPS = {
    "a bad indent": (
        ALBUM,
        "        label:\n          type",
        "        label:\n         type",
    ),
    "a tab": (ALBUM, "        label:\n          type", "        label:\n\t  type"),
    "an open quote": (ALBUM, "description: The label", 'description: "The label'),
    "a colon in a text": (ALBUM, "description: The label", "description: The: label"),
    "no yaml of paths": (ALBUMS, "summary: Get Album\n", "summary: [Get Album\n"),
    "no yaml of examples": ("examples/albums.yaml", "value:", "value: {"),
    "no yaml of responses": ("responses.yaml", "description: ", "description: a: "),
    "no yaml of parameters": ("parameters.yaml", "  in: query\n", "  in query\n"),
    "required, and no property": (
        ALBUM,
        "[tracks, external_ids",
        "[trucks, external_ids",
    ),
    "required by a base": (
        "schemas/simplified.yaml",
        "required: [name, type, images",
        "required: [name, hrefs, type, images",
    ),
    "one id twice": (ALBUMS, "albums.get_several", "albums.get"),
    "a word": (ALBUMS, "development: removed", "development: rmoved"),
    "a day": (ALBUMS, '"2026-02-11"', '"2026-22-11"'),
    "a path": ("openapi.yaml", "  /albums: {", "  /albumz: {"),
    "a file": (
        "openapi.yaml",
        'paths/albums.yaml#/~1albums"',
        'paths/album.yaml#/~1a"',
    ),
    "a reference": (
        ALBUMS,
        "albums.yaml#/AlbumTrackPage",
        "albums.yaml#/AlbumTrackPag",
    ),
    "a common response": ("openapi.yaml", "yaml#/Forbidden", "yaml#/Forbiden"),
    "a verb of common responses": ("openapi.yaml", "\n  any:\n", "\n  anny:\n"),
    "a parameter": (ALBUMS, "parameters.yaml#/album_ids", "parameters.yaml#/album_idz"),
    "a type": (
        ALBUM,
        "label:\n          type: string",
        "label:\n          type: strng",
    ),
    "a key": (ALBUM, "deprecated: true", "deprcated: true"),
    "a tag": (ALBUMS, "tags: [Albums]", "tags: [Albms]"),
    "another tag": ("paths/artists.yaml", "tags: [Artists]", "tags: [Artsts]"),
    "a scope": (ALBUMS, "user-library-read", "user-libary-read"),
    "a scheme": (ALBUMS, "- oauth2: []", "- oauth: []"),
    "a list of a batch": (ALBUMS, "items: /albums", "items: /album"),
    "a property of an example": ("examples/albums.yaml", "album_type:", "album_typ:"),
    "an enum without null": (
        "schemas/simplified.yaml",
        "compilation, ep, null]",
        "ep]",
    ),
}

MEANT = {
    "a word": "Did you mean `removed`?",
    "a type": "Did you mean `string`?",
    "a reference": "Did you mean `AlbumTrackPage`?",
    "a key": "Did you mean `deprecated`?",
    "a tag": "Did you mean `Albums`?",
    "a scope": "Did you mean `user-library-read`",
    "a scheme": "Did you mean `oauth2`?",
}


def found(folder: Path, *names: str) -> tuple[Finding, ...]:
    """Copy the description, make some slips in it, and tell what is found."""
    spec = folder / "spec"
    shutil.copytree(SPEC, spec)
    for name in names:
        file, right, wrong = SLIPS[name]
        text = (spec / file).read_text("utf-8")
        assert right in text, name
        (spec / file).write_text(text.replace(right, wrong, 1), "utf-8")
    try:
        pipeline.described(settings(spec / "openapi.yaml"))
    except InvalidDescriptionError as error:
        return error.findings
    return ()


@pytest.mark.slow
@pytest.mark.parametrize("name", SLIPS)
def test_one_slip_is_one_finding(tmp_path: Path, name: str) -> None:
    findings = found(tmp_path, name)
    assert len(findings) == 1, findings
    assert MEANT.get(name, "") in str(findings[0].remedy)


@pytest.mark.slow
def test_eight_slips_are_eight_findings(tmp_path: Path) -> None:
    names = [
        "no yaml of examples",
        "a day",
        "a scope",
        "a scheme",
        "a key",
        "another tag",
    ]
    names += ["a parameter", "an enum without null"]
    findings = found(tmp_path, *names)
    assert len(findings) == 8, [str(each) for each in findings]


@pytest.mark.slow
def test_a_path_nobody_refers_to_gets_the_line_to_add(tmp_path: Path) -> None:
    shutil.copytree(SPEC, tmp_path / "spec")
    root = tmp_path / "spec" / "openapi.yaml"
    line = next(
        line
        for line in root.read_text("utf-8").splitlines()
        if "/albums/{id}/tracks:" in line
    )
    root.write_text(root.read_text("utf-8").replace(f"{line}\n", "", 1), "utf-8")
    with pytest.raises(InvalidDescriptionError) as caught:
        pipeline.described(settings(root))
    (finding,) = caught.value.findings
    assert f"Write `{line.strip()}`" in str(finding.remedy)
