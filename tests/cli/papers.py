"""Invented notices as files, for the tests of `zerenku import`."""

from pathlib import Path

NOTICE = """\
柳政〔2031〕7号
关于印发《柳塘镇2031年冷库整治方案》的通知
各村，各有关单位：
现将《柳塘镇2031年冷库整治方案》印发给你们，请照办。
柳塘镇人民政府
2031年3月5日
柳塘镇2031年冷库整治方案
为管好冷库，依据《青禾县动火管理规程》，制定本方案。
一、任务
（一）清理通道。仓储企业每月自查一次，4月底前全部清理。（安办牵头，派出所按职责分工负责）
（二）检查电线。逐户检查，6月30日前查完，覆盖率达到100%。（安办负责）
二、要求
请各村于每月15日前把进度报送镇政府。
"""


def notice(path: Path, text: str = NOTICE, **changes: str) -> Path:
    """Write a notice with words changed: `notice(path, 冷库="粮库")`."""
    for old, new in changes.items():
        text = text.replace(old, new)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
