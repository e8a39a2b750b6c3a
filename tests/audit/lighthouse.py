"""Lighthouse (npm) with its phone settings: slow 4G and a slow processor, both simulated."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.browser.conftest import CHROMIUM, FLAGS, WHOLE

PROGRAM = Path(__file__).resolve().parents[2] / "build/audit/node_modules/.bin/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
HEAVIEST = 55_000  # bytes of HTML, CSS and JS as transferred
ASSETS = ("Document", "Stylesheet", "Script")


@dataclass(frozen=True)
class Figures:
    """What Lighthouse says of a page: scores 0 to 100, paints in ms, shift, bytes, and what is wrong."""

    scores: dict[str, int]
    first_paint: int
    largest_paint: int
    shift: float
    weight: int
    wrong: tuple[str, ...]

    @property
    def faults(self) -> list[str]:
        """Where the budget of docs/ui.md is not kept."""
        low = [f"{name} {score}" for name, score in self.scores.items() if score < LEAST[name]]
        if self.weight > HEAVIEST:
            low.append(f"{self.weight} bytes")
        return [*low, *self.wrong] if low else []


def measure(url: str, cookie: str = "", *, only: str = "") -> Figures:
    """Run Lighthouse over a page; `cookie` is a Cookie header for a page behind the sign-in."""
    command = [str(PROGRAM), url, "--quiet", "--output=json", f"--chrome-flags={' '.join(FLAGS)}"]
    command.append(f"--only-categories={only or ','.join(CATEGORIES)}")
    if cookie:
        command.append("--extra-headers=" + json.dumps({"Cookie": cookie}))
    environment = {**os.environ, "CHROME_PATH": str(WHOLE if WHOLE.exists() else CHROMIUM)}
    for _attempt in range(3):  # on a busy machine the browser now and then does not come up in time
        run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        if run.returncode == 0:
            return _figures(json.loads(run.stdout))
    raise RuntimeError(run.stderr[-2000:])


def _figures(report: dict) -> Figures:
    audits = report["audits"]
    requests = audits["network-requests"]["details"]["items"]
    weighed = {
        ref["id"] for part in report["categories"].values() for ref in part["auditRefs"] if ref["weight"]
    }
    return Figures(
        scores={name: round(part["score"] * 100) for name, part in report["categories"].items()},
        first_paint=round(audits["first-contentful-paint"]["numericValue"]),
        largest_paint=round(audits["largest-contentful-paint"]["numericValue"]),
        shift=round(audits["cumulative-layout-shift"]["numericValue"], 3),
        weight=sum(item["transferSize"] for item in requests if item.get("resourceType") in ASSETS),
        wrong=tuple(
            audit["id"]
            for audit in audits.values()
            if audit["id"] in weighed and audit["score"] is not None and audit["score"] < 0.9
        ),
    )
