"""Write the style sheet and the pictures that are made from parts."""

from typing import Any

from django.core.management.base import BaseCommand

from network.ui import assets


class Command(BaseCommand):
    """Join the style sheet and draw the map and the weave."""

    help = "Join static/css/portal.css from its parts and draw static/img/americas.svg and weave.svg."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the three files; the same input writes the same bytes."""
        assets.SHEET.write_text(assets.style_sheet(), encoding="utf-8")
        assets.SPRITE.write_text(assets.map_sprite(), encoding="utf-8")
        assets.WEAVE.write_text(assets.weave_picture(), encoding="utf-8")
