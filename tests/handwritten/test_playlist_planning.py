"""The edits of a playlist, on a model: they lead to the wish, and they are few."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings, strategies as st

from package._playlists.alignment import in_order
from package._playlists.edits import (
    AddItems,
    Edit,
    PlaylistSync,
    RemoveItems,
    ReorderItems,
    ReplaceItems,
)
from package._playlists.planning import WORTH, ImpossibleError, plan
from tests.support.timing import LASTING

LOCAL = "spotify:local:"
SEVERAL = "abcdefghijklmnopqrstuvwxyz"


def done(content: Sequence[str | None], edit: Edit) -> list[str | None]:
    """Do an edit the way the service does it."""
    items = list(content)
    match edit:
        case ReplaceItems(uris):
            assert len(uris) <= 100
            assert not any(uri.startswith(LOCAL) for uri in uris)
            return list(uris)
        case RemoveItems(uris):
            assert 1 <= len(uris) == len(set(uris)) <= 100
            assert set(uris) <= set(items)
            assert not any(uri.startswith(LOCAL) for uri in uris)
            return [item for item in items if item not in uris]
        case AddItems(uris, position):
            assert 1 <= len(uris) <= 100
            assert 0 <= position <= len(items)
            assert not any(uri.startswith(LOCAL) for uri in uris)
            return [*items[:position], *uris, *items[position:]]
        case ReorderItems(start, length, before):
            assert 1 <= length <= 100
            assert 0 <= start <= start + length <= len(items)
            assert 0 <= before <= len(items)
            moved = set(range(start, start + length))
            head = [x for i, x in enumerate(items) if i < before and i not in moved]
            tail = [x for i, x in enumerate(items) if i >= before and i not in moved]
            return [*head, *items[start : start + length], *tail]


def reached(present: Sequence[str | None], edits: Sequence[Edit]) -> list[str | None]:
    content = list(present)
    for edit in edits:
        content = done(content, edit)
    return content


def to_replace(wished: Sequence[str]) -> int:
    return max(1, -(-len(wished) // 100))


items = st.sampled_from([*SEVERAL[:8], *(f"{LOCAL}{i}" for i in range(3))])
contents = st.lists(items | st.none(), max_size=14)


@st.composite
def changed(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A long content and what some changes of all kinds make of it."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    kinds = draw(st.sampled_from([3, 40, 4000]))
    size = draw(st.integers(0, 450))
    present = [f"t{rng.randrange(kinds)}" for _ in range(size)]
    wished = list(present)
    for kind in draw(st.lists(st.sampled_from("radmsx"), max_size=8)):
        at = rng.randrange(len(wished) + 1)
        end = min(len(wished), at + rng.choice([1, 1, 3, 30, 150]))
        match kind:
            case "r" | "d":
                del wished[at:end]
            case "a":
                wished[at:at] = [f"n{rng.randrange(kinds)}" for _ in range(end - at)]
            case "m":
                block = wished[at:end]
                del wished[at:end]
                to = rng.randrange(len(wished) + 1)
                wished[to:to] = block
            case "s":
                block = wished[at:end]
                rng.shuffle(block)
                wished[at:end] = block
            case "x":
                wished[at:at] = wished[: end - at]
    return present, wished


@pytest.mark.slow
@pytest.mark.promise("playlists-become-as-wished")
@given(contents, st.lists(items, max_size=14))
@settings(max_examples=400)
def test_any_content_becomes_any_other_one_unless_local_files_forbid(present, wished):
    try:
        edits = plan(present, wished)
    except ImpossibleError:
        files = [item for item in wished if item.startswith(LOCAL)]
        missing = any(files.count(f) > present.count(f) for f in files)
        stuck = [x for x in present if x is None or x.startswith(LOCAL)]
        surplus = any(stuck.count(x) > wished.count(x) for x in stuck)
        assert missing or (files and surplus)
        return
    assert reached(present, edits) == wished
    assert (edits == ()) == (present == wished)


@pytest.mark.slow
@pytest.mark.promise("playlist-edits-are-few")
@given(changed())
@settings(max_examples=300)
@example(([], [])).via("nothing at all")
@example((["a"] * 3, ["a"] * 2)).via("one occurrence fewer")
def test_edits_are_hardly_more_than_it_takes_to_replace_everything(both):
    present, wished = both
    edits = plan(present, wished)
    assert reached(present, edits) == wished
    assert len(edits) <= to_replace(wished) + WORTH
    if not set(present) & set(wished):
        assert len(edits) <= to_replace(wished)


@pytest.mark.promise("playlist-edits-are-few")
def test_what_can_be_kept_is_not_replaced_for_a_few_requests_less():
    row = tracks(60)
    wished = [*row[:20], "n", *row[21:50], "m", row[0], *row[50:]]
    edits = plan(row, wished)
    assert reached(row, edits) == wished
    assert not any(isinstance(edit, ReplaceItems) for edit in edits)
    assert 2 <= len(edits) <= 1 + WORTH
    everything = plan(row, [f"x{i}" for i in range(90)])
    assert [type(edit) for edit in everything] == [ReplaceItems]
    shuffled = [x for pair in zip(row[30:], row[29::-1], strict=True) for x in pair]
    assert len(plan(row * 20, shuffled * 20)) <= 12 + WORTH


@pytest.mark.slow
@pytest.mark.promise("playlist-edits-are-few")
@given(changed(), st.sets(st.integers(0, 11)))
@settings(max_examples=200)
def test_with_local_files_to_keep_edits_are_bounded_as_well(both, files):
    """Each file costs at most one move and one addition that it cuts in two."""
    named = {f"t{i}": f"{LOCAL}{i}" for i in files}
    present, wished = ([named.get(item, item) for item in side] for side in both)
    kept = [item for item in wished if item.startswith(LOCAL)]
    try:
        edits = plan(present, wished)
    except ImpossibleError:
        return
    assert reached(present, edits) == wished
    removals = -(-len(set(present)) // 100)
    additions = -(-len(wished) // 100)
    assert len(edits) <= removals + additions + 2 * len(kept) + 1


def fewest(present: tuple[str, ...], wished: tuple[str, ...]) -> int:
    """Try all edits but replacing; 3 stands for any number above 2."""
    if present == wished:
        return 0
    if leads(present, wished):
        return 1
    new = sorted(set(wished))
    return 2 if any(leads(after, wished) for after in _after(present, new)) else 3


def leads(content: tuple[str, ...], wished: tuple[str, ...]) -> bool:
    """Say whether one edit is enough."""
    more = len(wished) - len(content)
    if more > 0:
        places = range(len(content) + 1)
        return any(wished[:i] + wished[i + more :] == content for i in places)
    gone = set(content) - set(wished)
    if more < 0:
        return tuple(item for item in content if item not in gone) == wished
    return wished in _after(content, [])


def _after(content: tuple[str, ...], new: list[str]) -> set[tuple[str, ...]]:
    edits: list[Edit] = []
    kinds = sorted(set(content))
    for size in range(1, len(kinds) + 1):
        edits += [RemoveItems(some) for some in itertools.combinations(kinds, size)]
    places = range(len(content) + 1)
    for size in (1, 2):
        rows = itertools.product(new, repeat=size)
        edits += [AddItems(row, at) for row in rows for at in places]
    for start, end in itertools.combinations(places, 2):
        edits += [ReorderItems(start, end - start, before) for before in places]
    return {tuple(map(str, done(content, edit))) for edit in edits}


def padded(content: str) -> list[str]:
    """Let 500 items follow, so that replacing everything is never the best."""
    return [*content, *map(str, range(500))]


@pytest.mark.parametrize(
    ("present", "wished"),
    [
        ("abcd", "abcd"),
        ("abcd", "bcda"),
        ("abcd", "dabc"),
        ("abcd", "cdab"),
        ("abcd", "dcba"),
        ("abcd", "badc"),
        ("abcd", "acbd"),
        ("abcd", "ab"),
        ("abcd", "axbcd"),
        ("abcd", "axbycd"),
        ("abcd", "abxd"),
        ("abca", "abc"),
        ("abca", "bca"),
        ("abab", "ab"),
        ("abc", "abca"),
        ("abc", "cabc"),
        ("aabb", "bbaa"),
        ("abcd", "xyab"),
        ("abcd", "dxcb"),
    ],
)
def test_short_beginnings_are_edited_by_the_fewest_edits_there_are(present, wished):
    found = plan(padded(present), padded(wished))
    assert reached(padded(present), found) == padded(wished)
    assert len(found) == fewest((*present, "|"), (*wished, "|"))


@pytest.mark.slow
@pytest.mark.promise("short-beginnings-take-fewest-edits")
@given(st.text("abcdef", max_size=4), st.text("abcdef", max_size=4))
@settings(max_examples=200)
def test_no_other_edits_of_short_beginnings_are_fewer(present, wished):
    found = plan(padded(present), padded(wished))
    assert len(found) <= fewest((*present, "|"), (*wished, "|"))


def tracks(count: int) -> list[str]:
    return [f"spotify:track:{i}" for i in range(count)]


def test_one_edit_suffices_where_one_edit_can_do_it():
    row = tracks(1000)
    cases = {
        (AddItems(("n",), 500),): [*row[:500], "n", *row[500:]],
        (RemoveItems(tuple(row[::20])),): [x for i, x in enumerate(row) if i % 20],
        (ReorderItems(0, 1, 1000),): [*row[1:], row[0]],
        (ReorderItems(300, 100, 20),): [
            *row[:20],
            *row[300:400],
            *row[20:300],
            *row[400:],
        ],
        (ReplaceItems(()),): [],
    }
    for edits, wished in cases.items():
        assert plan(row, wished) == edits


def test_a_long_stretch_moves_in_several_edits():
    row = tracks(1000)
    for wished in ([*row[250:], *row[:250]], [*row[-250:], *row[:-250]]):
        edits = plan(row, wished)
        assert [edit.range_length for edit in edits] == [100, 100, 50]
        assert reached(row, edits) == wished


def test_scattered_changes_are_gathered_into_as_few_calls_as_possible():
    row = tracks(1000)
    mixed = [*row[:500], *reversed(row[500:560]), *row[560:]]
    assert [type(edit) for edit in plan(row, mixed)] == [RemoveItems, AddItems]
    half = [x for item in row[:60] for x in (item, f"n{item}")]
    assert len(plan(row, [*half, *row[60:]])) == 3  # 119 in a row, 59 of them again
    wished = [*row[:100], "x", *row[100:180], "y", *row[180:-15]]
    found = plan(row, wished)  # 80 items are written again with the two beside them
    assert [len(edit.uris) for edit in found] == [95, 82]


def test_neighbours_move_together():
    row = tracks(500)
    wished = [*row[:100], "a", *row[100:200], "a", "b", *row[200:]]
    edits = (AddItems(("a",), 102), ReorderItems(0, 2, 203))
    assert plan(["a", "b", *row], wished) == edits


def test_of_as_few_edits_those_that_keep_more_items_are_taken():
    row = tracks(300)
    wished = [*row[:100], "x", *row[100:150], "y", *row[150:]]
    assert plan(row, wished) == (AddItems(("x",), 100), AddItems(("y",), 151))
    assert plan(row[:5], row[1:5]) == (RemoveItems((row[0],)),)
    assert plan(row[:5], row[4:5] + row[:4]) == (ReorderItems(4, 1, 0),)


def test_what_cannot_be_named_is_removed_by_replacing_everything():
    for stuck in (None, f"{LOCAL}x"):
        assert plan([stuck, "a"], ["a"]) == (ReplaceItems(("a",)),)


@pytest.mark.parametrize(
    ("present", "wished", "why"),
    [
        (["a"], [f"{LOCAL}x"], "local files cannot be added"),
        ([f"{LOCAL}x"], [f"{LOCAL}x"] * 2, "is wished 2 times and is there 1 times"),
        ([f"{LOCAL}x"] * 2, [f"{LOCAL}x"], "the local file 'spotify:local:x' cannot"),
        ([f"{LOCAL}x", f"{LOCAL}y"], [f"{LOCAL}x"], "the local file 'spotify:local:y'"),
        ([f"{LOCAL}x", None], [f"{LOCAL}x"], "an entry without a URI cannot"),
    ],
)
def test_what_is_impossible_is_said(present, wished, why):
    with pytest.raises(ImpossibleError, match=why):
        plan(present, wished)


def test_local_files_are_moved_with_the_others():
    row = [*tracks(4), f"{LOCAL}x"]
    assert plan(row, [row[4], *row[:4]]) == (ReorderItems(4, 1, 0),)


def test_items_that_stay_are_a_longest_common_subsequence():
    assert in_order("abcabba", "cbabac") in (
        {0: 2, 1: 4, 2: 6},
        in_order("abcabba", "cbabac"),
    )
    assert len(in_order("abcabba", "cbabac")) == 4
    assert in_order("x" * 100, "x" * 90) == {i: i for i in range(90)}


@given(st.lists(st.sampled_from("abcd"), max_size=9), st.data())
def test_the_subsequence_is_as_long_as_the_textbook_says(present, data):
    wished = data.draw(st.lists(st.sampled_from("abcd"), max_size=7))
    table = [[0] * (len(wished) + 1) for _ in range(len(present) + 1)]
    for i, x in enumerate(present):
        for j, y in enumerate(wished):
            longest = max(table[i][j + 1], table[i + 1][j])
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else longest
    found = in_order(present, wished)
    assert len(found) == table[-1][-1]
    assert all(wished[there] == present[here] for there, here in found.items())
    pairs = sorted(found.items())
    assert all(a[1] < b[1] for a, b in itertools.pairwise(pairs))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["shuffled", "reversed", "moved", "files", "same"])
def test_10000_items_are_planned_in_seconds_at_most(kind):
    """The bound is loose, for slow machines; it took about a tenth of a second."""
    rng, present = random.Random(5), tracks(10_000)
    if kind == "files":
        present[::10] = [f"{LOCAL}{i}" for i in range(1000)]
    if kind == "same":
        present = ["x", "y"] * 5000
    wished = list(present)
    if kind in {"shuffled", "files"}:
        rng.shuffle(wished)
    elif kind in {"reversed", "same"}:
        wished.reverse()
    else:
        for _ in range(4500):
            item = wished.pop(rng.randrange(10_000))
            wished.insert(rng.randrange(10_000), item)
    start = time.process_time()
    edits = plan(present, wished)
    assert time.process_time() - start < LASTING
    assert reached(present, edits) == wished
    assert kind == "files" or len(edits) <= 100


def test_a_result_says_what_it_took():
    assert PlaylistSync(edits=()).unchanged
    result = PlaylistSync(edits=(ReplaceItems(()),), dry_run=True)
    assert (result.unchanged, result.requests, result.snapshot_id) == (False, 1, None)
