"""The form at /check/: a report file, and last year's to compare it with. Nothing of it goes to disk."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler

from govreport.importing.limits import LARGEST_FILE
from govreport.importing.reading import FORMATS, SUFFIXES


class InMemory(MemoryFileUploadHandler):
    """Keeps every file in memory, whatever its size; the view has refused larger requests before."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Always take the file, where Django's would leave large ones to be written to disk."""
        self.activated = True


class ReportFileField(forms.FileField):
    """A file of a kind that can be read, not empty and not too large; its value is name and bytes."""

    default_error_messages = {  # noqa: RUF012 - Django's name and shape
        "required": "请选择要检查的文件",
        "empty": "这个文件是空的，请重新选择",
        "missing": "没有收到文件，请重新选择",
        "invalid": "没有收到文件，请重新选择",
    }
    widget = forms.FileInput(attrs={"accept": ",".join(SUFFIXES)})

    def clean(self, data: Any, initial: Any = None) -> tuple[str, bytes] | None:
        file: UploadedFile[bytes] | None = super().clean(data, initial)
        if not file:
            return None
        if (file.size or 0) > LARGEST_FILE:
            raise ValidationError("这个文件超过 10 MB，请压缩其中的图片，或者另存为不带图片的文件")
        return file.name or "", file.read()


class CheckForm(forms.Form):
    """What is to be checked."""

    report = ReportFileField(label="年报文件", help_text=f"不超过 10 MB，可以是 {FORMATS}")
    previous = ReportFileField(
        label="上一年度的年报文件", required=False, help_text="可以不选；选了就同时核对两年的数字和文字。"
    )
