"""What the guide is made of and with, as a CycloneDX bill of materials from the locked list."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

SHIPPED = {"mkdocs-material"}  # of which the site itself carries parts
LOCKED = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)
BEGINNING = datetime(1980, 1, 1, tzinfo=UTC)  # no clock: the same sources give the same bytes


def bom(lock: Path, version: str) -> str:
    """The bill as JSON: what is shipped is required, what it is built with is excluded."""
    guide = Component(name="teichaku-guide", version=version, type=ComponentType.APPLICATION, bom_ref="teichaku-guide")
    made = Bom(metadata=BomMetaData(component=guide, timestamp=BEGINNING))
    text = lock.read_text("utf-8")
    made.serial_number = uuid5(NAMESPACE_URL, f"teichaku-guide {version} {text}")
    places = list(LOCKED.finditer(text))
    for found, after in zip(places, [*places[1:], None], strict=True):
        name, number = found[1], found[2]
        until = after.start() if after else len(text)
        digests = sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", text[found.end() : until]))
        component = Component(
            name=name,
            version=number,
            type=ComponentType.LIBRARY,
            bom_ref=f"{name}@{number}",
            purl=PackageURL("pypi", name=name, version=number),
            scope=ComponentScope.REQUIRED if name in SHIPPED else ComponentScope.EXCLUDED,
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in digests],
        )
        made.components.add(component)
        made.register_dependency(guide, [component])
    return str(make_outputter(made, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2))
