"""The disc's geometry."""

import math

import pytest

from coreg.widgets.disc_shape import GLOW, RIM, STAGES, measure, ring_dots, stage

SIZES = [(1, 1), (2, 1), (7, 3), (20, 8), (21, 9), (80, 17), (81, 18), (112, 25), (200, 50), (30, 90)]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_measure_fits_the_disc_into_its_place_when_it_has_any_size(width: int, height: int) -> None:
    quarter = measure(width, height)
    assert 0 < quarter.small <= quarter.large
    assert quarter.large <= max(0.5, min(width / 2, height))
    assert len(quarter.rows) <= (height + 1) // 2
    assert all(row.columns <= (width + 1) // 2 for row in quarter.rows)


@pytest.mark.parametrize(("width", "height"), [(0, 0), (0, 5), (5, 0)])
def test_measure_takes_a_place_without_cells(width: int, height: int) -> None:
    assert all(row.columns * width == 0 for row in measure(width, height).rows)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_moments_stand_in_order_and_come_eight_to_a_column(width: int, height: int) -> None:
    for row in measure(width, height).rows:
        for moments in (row.edge, row.pixels):
            assert list(moments.at) == sorted(moments.at)
            assert all(moments.column.count(column) == 8 for column in range(row.columns))


def test_radius_grows_with_the_fill_and_stays_within_its_ends() -> None:
    quarter = measure(112, 25)
    fills = [-1.0, 0.0, 0.25, 0.5, 1.0, 2.0]
    radii = [quarter.radius(fill) for fill in fills]
    assert radii == sorted(radii)
    assert radii[0] == radii[1] == quarter.small
    assert radii[-1] == radii[-2] == quarter.large


def test_radius_of_a_full_breath_leaves_room_for_the_ring() -> None:
    quarter = measure(112, 25)
    assert quarter.ring - quarter.large > 3
    assert measure(8, 3).ring == 0.0


def test_edge_lies_at_the_poles_and_stands_at_the_sides() -> None:
    quarter = measure(112, 25)
    assert quarter.lying(10, 0)
    assert not quarter.lying(0, 20)


@pytest.mark.parametrize(("width", "height"), [(80, 18), (81, 17), (200, 50)])
def test_edge_is_half_way_through_a_cell_when_the_radius_meets_its_middle(width: int, height: int) -> None:
    quarter = measure(width, height)
    for number, row in enumerate(quarter.rows):
        for column in range(row.columns):
            edge = sorted(
                at for at, where in zip(row.edge.at, row.edge.column, strict=True) if where == column
            )
            inner, outer = quarter.places(number, column)
            middle = (inner + outer) / 2 * quarter.large
            assert (edge[3] + edge[4]) / 2 == pytest.approx(middle, abs=0.6)


def test_places_count_from_the_centre_to_the_full_edge() -> None:
    quarter = measure(80, 18)
    inner, outer = quarter.places(0, 0)
    assert 0 < inner < outer < 0.2
    assert quarter.places(0, 1)[0] == pytest.approx(math.hypot(1.5, 0.5) / quarter.large)


def test_stage_walks_from_the_room_to_the_tone_that_stands_still() -> None:
    before = [stage(0, pixels) for pixels in range(5)]
    edge = [stage(part, 4) for part in range(1, 9)]
    behind = [stage(8, pixels) for pixels in range(4, 9)]
    assert before + edge == list(range(RIM + 1))
    assert behind == list(range(RIM, STAGES + 1))


@pytest.mark.parametrize(("edge", "pixels", "expected"), [(0, 7, GLOW), (3, 0, GLOW + 3), (8, 0, RIM)])
def test_stage_holds_when_the_edge_is_a_little_ahead_or_behind(edge: int, pixels: int, expected: int) -> None:
    assert stage(edge, pixels) == expected


@pytest.mark.parametrize(("width", "height"), [(80, 17), (113, 26), (200, 50)])
def test_ring_dots_are_round_and_inside_the_widget(width: int, height: int) -> None:
    radius = measure(width, height).ring
    dots = ring_dots(width, height, radius)
    assert sum(code.bit_count() for code in dots.values()) == 4 * int(math.tau * radius / 4)
    for (x, y), code in dots.items():
        assert 0 <= x < width
        assert 0 <= y < height
        assert 0 < code < 256
        assert math.hypot(x + 0.5 - width / 2, 2 * y + 1 - height) == pytest.approx(radius, abs=1.5)


def test_ring_dots_are_none_when_there_is_no_room() -> None:
    assert ring_dots(8, 3, 0.0) == {}
