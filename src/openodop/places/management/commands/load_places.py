from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from openodop.places import actions, shipped


class Command(BaseCommand):
    help = "Load the shipped places, villages and climate normals. Loading again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--country", action="append", choices=shipped.COUNTRIES, help="only this country; may be given several times")

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = actions.load_reference_places(countries=options["country"] or shipped.COUNTRIES)
        self.stdout.write(f"{loaded.places} places, {loaded.villages} villages, {loaded.climate_months} months of weather.")
