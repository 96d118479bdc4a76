"""PDF files made by hand: pages of Latin text at given places, lines, pictures, turned pages."""

from dataclasses import dataclass, field


@dataclass
class Sheet:
    """A page of A4, 595 by 842 points; `draw` holds raw operators."""

    draw: list[str] = field(default_factory=list)
    turned: int = 0

    def text(self, x: float, y: float, words: str, *, size: int = 12, matrix: str = "1 0 0 1") -> "Sheet":
        shown = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.draw.append(f"BT /F1 {size} Tf {matrix} {x} {y} Tm ({shown}) Tj ET")
        return self

    def line(self, x: float, y: float, width: float, height: float) -> "Sheet":
        self.draw.append(f"{x} {y} {width} {height} re f")
        return self

    def frame(self, x: float, y: float, width: float, height: float) -> "Sheet":
        self.draw.append(f"{x} {y} {width} {height} re S")
        return self

    def picture(self) -> "Sheet":
        self.draw.append("q 595 0 0 842 0 0 cm /I1 Do Q")
        return self


def pdf(*sheets: Sheet, locked: bool = False) -> bytes:
    """A PDF file without a cross-reference table: readers find the objects by themselves."""
    kids = " ".join(f"{10 + 2 * index} 0 R" for index in range(len(sheets)))
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(sheets)}>>",
        3: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        4: _stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "0"),
        5: f"<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>",
    }
    for index, sheet in enumerate(sheets):
        objects[10 + 2 * index] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {sheet.turned}/Contents {11 + 2 * index} 0 R"
            "/Resources<</Font<</F1 3 0 R>>/XObject<</I1 4 0 R>>>>>>"
        )
        objects[11 + 2 * index] = _stream("", "\n".join(sheet.draw))
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in objects.items())
    lock = "/Encrypt 5 0 R/ID[<41><41>]" if locked else ""
    return f"%PDF-1.4\n{body}trailer\n<</Root 1 0 R{lock}>>\n%%EOF\n".encode("latin-1")


def _stream(entries: str, content: str) -> str:
    return f"<<{entries}/Length {len(content)}>>\nstream\n{content}\nendstream"
