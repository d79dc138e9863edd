"""Being with the other: the practice for one who asked for it, and the cards of both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coreg.content.scripts import script
from coreg.evening.couple import Card, People
from coreg.evening.planning import plan
from coreg.practice.helping import Help
from coreg.practice.play import SEATS
from coreg.practice.steps import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coreg.evening.options import Options
    from coreg.practice.play import Seat
    from coreg.practice.sitting import Plan, Sitting
    from coreg.record.maps import Resource
    from coreg.record.models import Couple, Partner

__all__ = ["COMPANY", "card_of", "company_plan", "people_of", "unasked", "with_card"]

COMPANY = "company"
"""The id of the practice: a word that tells nobody anything."""


def company_plan(seat: Seat, options: Options) -> Plan:
    """Return the practice for the one who asked for it with the own key, so that nobody is asked who it is.

    The name of the seat stands in the living state alone: what is kept is made of the step's id.
    """
    found = plan(COMPANY, None, options)
    steps = (
        replace(step, who=seat) if step.kind == "stay" else step
        for step in found.script.steps
        if step.kind != "first"
    )
    return replace(found, script=replace(found.script, steps=tuple(steps)))


def unasked(sitting: Sitting) -> Sitting:
    """Return a sitting in which nobody has asked for the other, fit to lie in the book for a day.

    While one was near the other, whoever would like it is asked anew when it is gone on with.
    """
    if not any(plan.script.id == COMPANY for plan in sitting.plan):
        return sitting
    plans = tuple(_asking(plan) if plan.script.id == COMPANY else plan for plan in sitting.plan)
    more = len(plans[sitting.at].script.steps) - len(sitting.practice.script.steps)
    near = sitting.practice.script.id == COMPANY and sitting.now_step.kind == "stay"
    anew = replace(sitting, plan=plans, order=SEATS, step=0 if near else sitting.step + more)
    if not near:
        return anew
    t = sitting.active.base
    return replace(anew, play=KINDS[anew.now_step.kind].begin(anew.now_step, anew.context, t), ticked=t)


def _asking(near: Plan) -> Plan:
    """Return the practice as it is where it is not known yet who would like it."""
    asks = [step for step in script(COMPANY).steps if step.kind == "first"]
    steps = (replace(step, who="first") if step.kind == "stay" else step for step in near.script.steps)
    rest = (step for step in steps if step.kind != "first")
    return replace(near, script=replace(near.script, steps=(*asks, *rest)))


def card_of(partner: Partner) -> Card:
    """Return the card of one of the two, as screens know it; an empty one before it is written."""
    kept = partner.card
    return Card() if kept is None else Card(kept.helps, kept.avoid, kept.own)


def people_of(couple: Couple, resources: Iterable[Resource]) -> People:
    """Return what belongs to the two, as screens know it."""
    helps = (Help(one.title, one.ways, one.when, one.owner) for one in resources)
    return People((couple.a.line, couple.b.line), (card_of(couple.a), card_of(couple.b)), tuple(helps))


def with_card(couple: Couple, seat: Seat, card: Card) -> Couple:
    """Return the couple with another card of one of the two; what a newer coreg keeps there stays."""
    from coreg.record.models import Card as Kept

    partner = couple.a if seat == "a" else couple.b
    written = {"helps": card.helps, "avoid": card.avoid, "own": card.own}
    before = {} if partner.card is None else partner.card.model_dump()
    changed = partner.model_copy(update={"card": Kept.model_validate({**before, **written})})
    return couple.model_copy(update={seat: changed})
