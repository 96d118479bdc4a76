"""Layout profiles of issuers: content/profiles/<id>.yml, read as strictly as every other source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from zerenku.catalogue.registers import Registers, near
from zerenku.model.finding import Finding
from zerenku.model.profile import LayoutProfile
from zerenku.store.reading import Reading

FOLDER: Final = "content/profiles"


def read_profiles(root: Path) -> tuple[tuple[LayoutProfile, ...], tuple[Finding, ...]]:
    """Every profile under `root` by file name, and what is wrong with their files."""
    reading = Reading(root)
    found: dict[tuple[str, str], LayoutProfile] = {}
    for path in sorted((root / FOLDER).glob("*.yml")):
        profile = reading.record(path, LayoutProfile)
        if profile is None:
            continue
        if profile.id != path.stem:
            text = f"版式 id“{profile.id}”与文件名“{path.stem}”不一致"
            reading.findings.append(Finding(profile.span, "profile-id", text, suggest="请改成一样"))
        other = found.setdefault((profile.place, profile.issuer), profile)
        if other is not profile:
            text = f"“{profile.issuer}”已有版式“{other.id}”"
            reading.findings.append(Finding(profile.span, "profile-twice", text, suggest="一个发文机关只留一份"))
    return tuple(found.values()), tuple(reading.findings)


def check_profiles(profiles: Sequence[LayoutProfile], registers: Registers) -> Iterator[Finding]:
    """Places and issuers that the registers do not know."""
    for profile in profiles:
        if registers.places.get(profile.place) is None:
            ids = [place.id for place in registers.places.entries]
            likely = near(profile.place, ids, limit=1, part=False)
            advice = f"是不是“{likely[0]}”" if likely else "请写地区名录里的 id"
            yield Finding(profile.span, "unknown-place", f"“place”的值“{profile.place}”不在地区名录", suggest=advice)
        elif registers.department(profile.issuer, place_id=profile.place) is None:
            text = f"“issuer”的值“{profile.issuer}”不在部门名录"
            yield Finding(profile.span, "unknown-department", text, suggest="请照名录写全称，或先登记")
