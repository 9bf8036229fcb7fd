"""What a script is told when a door refuses it: one shape, codes as in static/js/lib/refusals.js."""

from enum import StrEnum
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, JsonResponse


class Refusal(StrEnum):
    """Why something was not done."""

    STALE = "stale"
    LOCKED_BY_STATE = "locked_by_state"
    NOT_ALLOWED = "not_allowed"
    OTHER_PERSON = "other_person"
    NOT_FOUND = "not_found"
    INVALID = "invalid"
    TOO_LARGE = "too_large"
    SIGNED_OUT = "signed_out"
    CSRF = "csrf"


ANSWERS: dict[Refusal, tuple[HTTPStatus, str]] = {
    Refusal.STALE: (HTTPStatus.CONFLICT, "打开之后别人保存过这一部分"),
    Refusal.LOCKED_BY_STATE: (HTTPStatus.FORBIDDEN, "年报现在的状态不能修改"),
    Refusal.NOT_ALLOWED: (HTTPStatus.FORBIDDEN, "您的账号没有这项权限"),
    Refusal.OTHER_PERSON: (HTTPStatus.FORBIDDEN, "现在登录的是另一个人"),
    Refusal.NOT_FOUND: (HTTPStatus.NOT_FOUND, "没有找到这份年报，或者它现在不归您填写"),
    Refusal.INVALID: (HTTPStatus.UNPROCESSABLE_ENTITY, "有填写不符合要求的地方"),
    Refusal.TOO_LARGE: (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "内容太长，服务器不能接收"),
    Refusal.SIGNED_OUT: (HTTPStatus.UNAUTHORIZED, "登录已失效，请重新登录"),
    Refusal.CSRF: (HTTPStatus.FORBIDDEN, "页面打开太久，或者浏览器没有保存本站的 Cookie"),
}


def by_script(request: HttpRequest) -> bool:
    """Whether a script asks, which reads JSON; a browser that opens a page takes HTML."""
    return request.accepts("application/json") and not request.accepts("text/html")


def refused(code: Refusal, message: str = "", **more: Any) -> JsonResponse:
    """The answer to a script that is refused: code, a sentence for the person, what belongs to the code."""
    status, sentence = ANSWERS[code]
    return JsonResponse({"code": code, "message": message or sentence, **more}, status=status)
