"""Two parts that are the same in every paper: the names that fonts go by, and how Word lays out."""

from __future__ import annotations

from generators.word import measures as m
from generators.word.oxml import part, w


def font_table_part() -> bytes:
    """`w:fonts`: under which other names Word finds each font."""
    listed = [
        w(
            "font",
            w("altName", val=face.others),
            w("panose1", val=face.panose),
            w("charset", val="86"),
            w("family", val="modern"),
            w("pitch", val="fixed"),
            name=face.name,
        )
        for face in m.FACES
    ]
    return part("fonts", *listed)


def settings_part() -> bytes:
    """`w:settings`: odd and even pages differ, punctuation keeps its full width, layout follows current Word."""
    uri = "http://schemas.microsoft.com/office/word"
    modes = (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
    )
    return part(
        "settings",
        w("zoom", percent=100),
        w("evenAndOddHeaders"),
        w("drawingGridVerticalSpacing", val=m.LINE),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            w("spaceForUL"),
            w("balanceSingleByteDoubleByteWidth"),
            w("doNotLeaveBackslashAlone"),
            w("ulTrailSpace"),
            w("doNotExpandShiftReturn"),
            w("adjustLineHeightInTable"),
            w("useFELayout"),
            *(w("compatSetting", name=key, uri=uri, val=value) for key, value in modes),
        ),
    )
