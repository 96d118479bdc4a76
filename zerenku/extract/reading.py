"""One file → an `Original`, whatever it is; every refusal is a SourceUnreadable that says what to do."""

import errno
import stat
from pathlib import Path
from typing import Final

from zerenku.errors import SourceUnreadable
from zerenku.extract.decoding import decode
from zerenku.extract.paper.pdf import read_pdf
from zerenku.extract.refusal import Refusal
from zerenku.extract.sniff import Kind, kind_of_text, sniff
from zerenku.extract.txt import read_markdown, read_text
from zerenku.extract.webpage import read_html
from zerenku.extract.word.docx import read_docx
from zerenku.extract.word.office import read_old_word
from zerenku.extract.word.ole import check_word
from zerenku.extract.word.story import Line
from zerenku.model.outline import Original, SourceLine

MAX_BYTES: Final = 50_000_000
SUFFIXES: Final = frozenset(
    {".docx", ".docm", ".doc", ".rtf", ".pdf", ".txt", ".text", ".html", ".htm", ".md", ".markdown"}
)
"""What to look for in a folder; a file named outright is read whatever it is called."""
TROUBLES: Final = {
    errno.ENAMETOOLONG: "路径太长",
    errno.ELOOP: "链接绕成了圈",
    errno.ENOTDIR: "路径中有一段不是目录",
    errno.EIO: "磁盘读取出错",
}


def extract(path: Path) -> Original:
    """Read a file of any supported format: what it is is told from its content, not only from its name.

    Raises SourceUnreadable, and nothing else, if it cannot be read. Writes nothing; not for several threads at once,
    since the PDF library is not.
    """
    return extract_with_bytes(path)[0]


def extract_with_bytes(path: Path) -> tuple[Original, bytes]:
    """`extract`, with the file's content for whoever measures more of it than its text."""
    try:
        data = _bytes(path)
        return Original(path.name, _read(data, path.suffix.lower())), data
    except Refusal as refusal:
        reason = refusal.reason
    except FileNotFoundError:
        reason = "没有这个文件；请检查路径"
    except PermissionError:
        reason = "没有读取权限；请检查文件属性，或先复制到自己的目录"
    except (OSError, ValueError) as error:
        reason = f"打不开；请检查路径和磁盘（{_said(error)}）"
    except RecursionError:
        reason = "嵌套过深；请用 Word 打开，简化后另存"
    except MemoryError:
        reason = "文件太复杂，内存不够；请拆成几份后再试"
    raise SourceUnreadable(str(path).replace("\x00", "?"), reason)


def _bytes(path: Path) -> bytes:
    """The content, after the size has been looked at: a huge file is refused without being touched."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise Refusal("这是目录；请给文件")
    if not stat.S_ISREG(status.st_mode):
        raise Refusal("不是普通文件；请给磁盘上的文件")
    if status.st_size > MAX_BYTES:
        raise Refusal(f"文件有 {status.st_size / 1_000_000:.0f} MB，超过 50 MB；请去掉其中的图片后另存，或只留文字")
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Refusal("文件超过 50 MB；请去掉其中的图片后另存，或只留文字")
    if not data:
        raise Refusal("文件是空的；请重新取一份")
    return data


def _read(data: bytes, suffix: str) -> tuple[SourceLine, ...]:
    match sniff(data, suffix):
        case Kind.ZIP:
            return _in_order(read_docx(data))
        case Kind.OLE:
            check_word(data, suffix)
            return _in_order(read_old_word(data, ".doc"))
        case Kind.RTF:
            return _in_order(read_old_word(data, ".rtf"))
        case Kind.PDF:
            return _in_order(read_pdf(data))
        case _:
            text = decode(data)
    match kind_of_text(text, suffix):
        case Kind.HTML:
            return read_html(text)
        case Kind.MARKDOWN:
            return read_markdown(text)
        case _:
            return read_text(text)


def _in_order(lines: list[Line]) -> tuple[SourceLine, ...]:
    """Formats without lines of their own: number what a reader sees from 1."""
    return tuple(SourceLine(text, number, kind) for number, (text, kind) in enumerate(lines, 1))


def _said(error: OSError | ValueError) -> str:
    """The system's reason in our reader's language; its own words follow the machine's."""
    return TROUBLES.get(error.errno or 0, f"错误号 {error.errno}") if isinstance(error, OSError) else "路径无效"
