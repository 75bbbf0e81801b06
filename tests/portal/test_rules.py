from openodop.portal.rules import SHOWN_FIRST, Step, first_steps


def step(order, title):
    return Step(order, title, "why", "/", "Go")


def test_the_most_urgent_steps_come_first_and_equals_keep_their_order():
    steps = [step(50, "a"), step(10, "b"), step(50, "c"), step(20, "d")]
    shown, rest = first_steps(steps)
    assert [found.title for found in shown] == ["b", "d", "a"]
    assert [found.title for found in rest] == ["c"]
    assert len(shown) == SHOWN_FIRST


def test_nothing_to_do_is_nothing():
    assert first_steps([]) == ([], [])
