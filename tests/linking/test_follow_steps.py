"""Links over three occasions: what is taken up is the last step that was told."""

from __future__ import annotations

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.follow import follow_words
from mahdar.linking.follow_score import Found
from mahdar.linking.follow_steps import Faint, relayed, stepwise
from mahdar.linking.follow_view import Scene, Thing
from mahdar.linking.follow_weights import Weights
from mahdar.model.spans import Span

KEN_NOR = frozenset({"KEN", "NOR"})


def thing(year: str, start: int = 0, track: str = "energy") -> Thing:
    scene = Scene(year, year, "joint_statement", f"{year}-03-01", KEN_NOR, year, 0)
    span = Span(start, start + 9)
    return Thing(f"{year} {start}", "act", "commit", scene, span, (), start, tracks=frozenset({track}))


def pairs(*links: Found) -> set[tuple[str, str]]:
    return {(one.later.entry, one.earlier.entry) for one in links}


def faint(*links: Found) -> Faint:
    return {(id(one.later), id(one.earlier)): one for one in links}


PROMISE, STEP, END = thing("2015"), thing("2018"), thing("2021")


def test_what_is_linked_past_a_step_is_led_to_it() -> None:
    first, whole = Found(STEP, PROMISE, "follows_up", 2.0), Found(END, PROMISE, "fulfils", 3.0)
    last = Found(END, STEP, "fulfils", -0.5)
    assert pairs(*relayed([first, whole], faint(last))) == {("2018 0", "2015 0"), ("2021 0", "2018 0")}


def test_of_what_is_clearly_linked_two_faint_steps_between_bear_each_other_out() -> None:
    whole = Found(END, PROMISE, "fulfils", 3.0)
    steps = faint(Found(STEP, PROMISE, "follows_up", -0.6), Found(END, STEP, "fulfils", -0.5))
    assert pairs(*relayed([whole], steps)) == {("2018 0", "2015 0"), ("2021 0", "2018 0")}


def test_steps_between_are_none_where_nothing_is_clear_or_they_are_too_faint_or_of_another_track() -> None:
    def led(evidence: float, step: Thing, *both: float) -> set[tuple[str, str]]:
        links = Found(step, PROMISE, "follows_up", both[0]), Found(END, step, "fulfils", both[1])
        return pairs(*relayed([Found(END, PROMISE, "fulfils", evidence)], faint(*links)))

    whole = {("2021 0", "2015 0")}
    assert led(0.2, STEP, -0.6, -0.5) == whole
    assert led(3.0, STEP, -0.9, -0.8) == whole
    assert led(3.0, thing("2018", track="health"), -0.6, -0.5) == whole


def test_what_has_nothing_of_the_step_stays_where_it_is() -> None:
    links = [Found(STEP, PROMISE, "follows_up", 2.0), Found(END, PROMISE, "fulfils", 3.0)]
    assert pairs(*relayed(links, {})) == pairs(*links)


def test_a_step_that_something_else_takes_up_is_left_to_that() -> None:
    other = thing("2021", 20)
    links = [
        Found(STEP, PROMISE, "follows_up", 2.0),
        Found(END, PROMISE, "fulfils", 3.0),
        Found(other, STEP, "fulfils", 1.0),
    ]
    assert pairs(*relayed(links, faint(Found(END, STEP, "fulfils", -0.5)))) == pairs(*links)


def test_of_steps_on_several_occasions_the_last_is_taken() -> None:
    between = thing("2019")
    links = [
        Found(STEP, PROMISE, "follows_up", 2.0),
        Found(between, PROMISE, "follows_up", 2.0),
        Found(END, PROMISE, "fulfils", 3.0),
    ]
    near = faint(Found(END, STEP, "fulfils", 0.0), Found(END, between, "fulfils", -0.9))
    assert ("2021 0", "2019 0") in pairs(*relayed(links, near))


def test_what_goes_end_to_end_is_left_out_where_each_step_is_linked() -> None:
    links = [
        Found(STEP, PROMISE, "follows_up", 2.0),
        Found(END, STEP, "fulfils", 1.0),
        Found(END, PROMISE, "fulfils", 3.0),
    ]
    weights = Weights(follow_words(default_lexicon()))
    assert pairs(*stepwise(links, weights)) == {("2018 0", "2015 0"), ("2021 0", "2018 0")}
