"""Past reports of an authority's agencies: uploaded together, read, confirmed, kept as filed."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from govreport.agencies.models import User
from govreport.agencies.tree import area_of
from govreport.desk.access import authorities_of, batch_for, imported_by, items_of
from govreport.desk.past_pages import LISTED, batch_page, file_line, imports_page, record_page
from govreport.importing.history.batches import BatchIsFull, Confirmed, add_file, confirm, open_batch
from govreport.importing.limits import LARGEST_FILE
from govreport.importing.models import ImportBatch, ImportItem
from govreport.publishing.models import ORIGINAL
from govreport.publishing.storage import load

# In one request without script: reading a file takes a moment, printing a report about a second.
AT_ONCE = 10
JSON = "application/json"


@login_required
@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """The upload, and what is there already; on POST a new batch with the files that came along."""
    user = cast(User, request.user)
    authorities = authorities_of(user)
    if request.method == "GET":
        return _imports(request, user)
    authority = get_object_or_404(authorities, code=request.POST.get("authority", ""))
    files = request.FILES.getlist("files")
    by_script = request.accepts(JSON) and not request.accepts("text/html")
    if len(files) > AT_ONCE or not (files or by_script):
        sentence = f"这样一次最多上传 {AT_ONCE} 个文件" if files else "请选择文件"
        return _refused("too_many_files", sentence) if by_script else _imports(request, user, sentence)
    opened = open_batch(authority, by=user, at=timezone.now())
    for file in files:
        _add(opened, file)
    if by_script:
        return JsonResponse({"href": f"{request.path}{opened.pk}/"}, status=201)
    return redirect("desk:import_batch", opened.pk)


@login_required
@require_POST
def add(request: HttpRequest, batch_id: int) -> HttpResponse:
    """One more file into a batch, for the script that sends them one by one."""
    found = batch_for(cast(User, request.user), batch_id)
    file = request.FILES.get("file")
    if file is None:
        return _refused("no_file", "没有收到文件")
    try:
        item = _add(found, file)
    except BatchIsFull as error:
        return _refused("batch_is_full", str(error))
    return JsonResponse(_told(item), status=201)


@login_required
@require_http_methods(["GET", "POST"])
def batch(request: HttpRequest, batch_id: int) -> HttpResponse:
    """The files as they stand; on POST those that were chosen are kept, a number at a time."""
    user = cast(User, request.user)
    found = batch_for(user, batch_id)
    if request.method == "GET":
        page = batch_page(found, items_of(found), this_year=timezone.localdate().year)
        return render(request, "desk/import_batch.html", {"page": page})
    chosen = {int(value) for value in request.POST.getlist("keep") if value.isdecimal() and len(value) < 18}
    waiting = found.items.exclude(state=ImportItem.State.KEPT).filter(pk__in=chosen).order_by("pk")
    numbers = list(waiting.values_list("pk", flat=True))
    items = [_confirm(request, found, number, user) for number in numbers[:AT_ONCE]]
    if request.accepts(JSON) and not request.accepts("text/html"):
        return JsonResponse({"files": [_told(item) for item in items]})
    kept = sum(item.state == ImportItem.State.KEPT for item in items)
    more = f"，还有 {len(numbers) - len(items)} 个请再点一次“导入”" if len(numbers) > len(items) else ""
    say = messages.success if kept == len(items) and kept else messages.warning
    say(request, f"选中的文件导入了 {kept} 个{more}" if items else "没有选中要导入的文件")
    return redirect("desk:import_batch", found.pk)


@login_required
@require_safe
def record(request: HttpRequest, publication_id: int) -> HttpResponse:
    """What was found in an imported report."""
    found = get_object_or_404(imported_by(cast(User, request.user)), pk=publication_id)
    return render(request, "desk/imported.html", {"page": record_page(found)})


@login_required
@require_safe
def original(request: HttpRequest, publication_id: int) -> HttpResponse:
    """The file that a report was imported from, to be saved and never shown as a page of ours."""
    found = get_object_or_404(imported_by(cast(User, request.user)), pk=publication_id)
    file = found.artifacts.filter(format=ORIGINAL).first()
    if file is None:
        raise Http404
    response = HttpResponse(load(file.sha256), content_type="application/octet-stream")
    name = found.evidence["file"]["name"]
    disposition = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = disposition or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _imports(request: HttpRequest, user: User, refusal: str = "") -> HttpResponse:
    authorities = authorities_of(user)
    batches = ImportBatch.objects.filter(authority__in=authorities).select_related("by").order_by("-at")
    imported = imported_by(user)
    listed = imported.defer("canonical", "evidence").order_by("agency__path", "-year", "-version")[:LISTED]
    page = imports_page(
        authorities, batches, listed, total=imported.count(), at_once=AT_ONCE, refusal=refusal
    )
    return render(request, "desk/imports.html", {"page": page})


def _add(found: ImportBatch, file: "UploadedFile[Any]") -> ImportItem:
    data = file.read(LARGEST_FILE + 1)  # one more tells that it is too large
    return add_file(found, name=file.name or "", data=data, at=timezone.now())


def _confirm(request: HttpRequest, found: ImportBatch, number: int, user: User) -> ImportItem:
    item = found.items.get(pk=number)
    year = request.POST.get(f"year-{number}", "")
    said = Confirmed(
        agency=area_of(found.authority).filter(code=request.POST.get(f"agency-{number}", "")).first(),
        year=int(year) if year.isdecimal() and len(year) == 4 else None,
        correction=request.POST.get(f"reason-{number}", "").replace("\x00", "").strip(),
    )
    confirm(item, said, by=user, at=timezone.now())
    return item


def _told(item: ImportItem) -> dict[str, object]:
    line = file_line(item)
    return {
        "id": line.id,
        "name": line.name,
        "state": line.state,
        "word": line.word,
        "sentence": line.sentence,
    }


def _refused(code: str, sentence: str) -> JsonResponse:
    return JsonResponse({"error": {"code": code, "sentence": sentence}}, status=400)
