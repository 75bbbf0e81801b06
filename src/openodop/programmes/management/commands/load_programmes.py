from django.core.management.base import BaseCommand, CommandError

from openodop.foundation.refusals import Refusal
from openodop.programmes.actions import load_reference_programmes


class Command(BaseCommand):
    help = "Load the programmes, product groups, projects and published facts that come with the package."

    def handle(self, **options: object) -> None:
        try:
            done = load_reference_programmes()
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(", ".join(f"{done[word]} {word}" for word in ("created", "updated", "unchanged", "removed")))
