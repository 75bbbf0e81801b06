from django.db import models


class Series(models.Model):
    """The last number given in a series such as `product:LA1301:26`."""

    key = models.CharField(max_length=80, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.key}: {self.last}"
