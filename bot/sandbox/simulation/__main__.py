"""`python -m bot.sandbox.simulation`: play the weeks and tell what they were like."""

import click

from bot.sandbox.simulation.habits import Size
from bot.sandbox.simulation.report import as_json, as_table, report
from bot.sandbox.simulation.weeks import Weeks

SIZE = Size()
AT_LEAST_ONE = click.IntRange(min=1)


@click.command(context_settings={"show_default": True})
@click.option("--requests", default=SIZE.requests, type=AT_LEAST_ONE, help="What is asked.")
@click.option("--volunteers", default=SIZE.volunteers, type=AT_LEAST_ONE, help="Who answer.")
@click.option("--coordinators", default=SIZE.coordinators, type=AT_LEAST_ONE, help="And who help.")
@click.option("--weeks", default=SIZE.weeks, type=AT_LEAST_ONE, help="How long people ask.")
@click.option("--seed", default=SIZE.seed, help="The same seed, the same weeks.")
@click.option("--json", "in_json", is_flag=True, help="Print everything as one JSON object.")
def simulate(*, in_json: bool, **said: int) -> None:
    """Play made-up weeks by the rules of routing; docs/routing.md says how to read them."""
    size = Size(**said)
    weeks = Weeks(size)
    weeks.play()
    told = report(size, weeks)
    click.echo(as_json(told) if in_json else as_table(told))


if __name__ == "__main__":
    simulate()
