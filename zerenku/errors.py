"""The exceptions of the project: raised for our own misuse or an unreadable file, never for a flaw in a document."""


class ZerenkuError(Exception):
    """Root of all errors; its text is one clear Chinese sentence for the user."""


class SourceUnreadable(ZerenkuError):
    """A file that cannot be read at all; flaws inside a readable file are findings instead."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}：无法读取（{reason}）")


class WorkspaceMissing(ZerenkuError):
    """The folder given has no `content/`."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"{path}：这里没有 content/ 目录；请换到工作区目录，或用“zerenku new 目录名”新建一个")


class ContentBroken(ZerenkuError):
    """The content has errors, so nothing may be built from it."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(f"内容有 {count} 处错误，未生成任何文件；请按上面各行改正后重试")


class UnknownName(ZerenkuError):
    """The user asked for a plan, department or place that the catalogue does not hold.

    `near` are names that look like it, told first; without any the first of the `known` ones are told.
    """

    TOLD = 8

    def __init__(self, kind: str, name: str, near: tuple[str, ...] = (), known: tuple[str, ...] = ()) -> None:
        self.kind, self.name, self.near, self.known = kind, name, near, known
        super().__init__(f"没有这个{kind}：{name}{self._hint()}")

    def _hint(self) -> str:
        if self.near:
            return f"；您要找的是不是：{'、'.join(self.near)}"
        if not self.known:
            return ""
        more = f"等 {len(self.known)} 个" if len(self.known) > self.TOLD else ""
        return f"；现有：{'、'.join(self.known[: self.TOLD])}{more}"


class OutputRefused(ZerenkuError):
    """An output path that must not be written to."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}：不能写入（{reason}）")


class PortRefused(ZerenkuError):
    """An address that cannot be served on."""

    def __init__(self, address: str, reason: str) -> None:
        self.address, self.reason = address, reason
        super().__init__(f"{address}：{reason}，请用 --port 换一个端口")


class PlanUnnamed(ZerenkuError):
    """An imported plan whose id cannot be made up: `lacking` says what the text does not tell."""

    def __init__(self, path: str, title: str, lacking: str) -> None:
        self.path, self.title, self.lacking = path, title, lacking
        super().__init__(f"{path}：看不出《{title}》是{lacking}的；请单独导入这个文件，并用 --id 地名拼音-年份 写明")


class TextMissing(ZerenkuError):
    """A plan that does not hold its original word for word; `clause` is the first that lacks it, None for all."""

    def __init__(self, plan_id: str, clause: str | None) -> None:
        self.plan_id, self.clause = plan_id, clause
        what = f"的 {clause} 没有逐字原文（text）" if clause else "是自己编写的摘编，没有逐字原文"
        super().__init__(f"{plan_id} {what}，拼不出原文；只有 zerenku import 导入的方案可以用 --text")
