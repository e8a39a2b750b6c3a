"""The Nu HTML checker (npm's vnu-jar, Java): faults of pages that it is given as text."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

JAR = Path(__file__).resolve().parents[2] / "build/audit/node_modules/vnu-jar/build/dist/vnu.jar"


def why_not() -> str:
    """What is missing to run the checker; empty when it can run."""
    if not shutil.which("java"):
        return "Java is not installed"
    return "" if JAR.exists() else "vnu-jar is not installed (make audit does it)"


def faults(pages: Mapping[str, str]) -> list[str]:
    """Errors and warnings of all pages (name → HTML), in one run of the checker."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (name, html) in enumerate(pages.items()):
            path = Path(folder) / f"{number}.html"
            path.write_text(html, encoding="utf-8")
            names[path.name] = name
        command = ["java", "-Xss2m", "-Xmx512m", "-jar", str(JAR), "--format", "json", "--exit-zero-always"]
        run = subprocess.run([*command, folder], capture_output=True, text=True, check=True)
    messages = json.loads(run.stderr)["messages"]
    return [
        f"{names[Path(message['url']).name]}: {message['message']} [{message.get('extract', '')[:160]}]"
        for message in messages
        if message["type"] == "error" or message.get("subType") == "warning"
    ]
