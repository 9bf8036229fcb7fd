"""Every address of the site, by part."""

from allauth.account import views as account
from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

# One way to sign in, with its limits, for the administrator too.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # as allauth asks
admin.site.site_title = admin.site.site_header = "年报系统后台管理"
admin.site.index_title = "单位、人员与年度编制工作"

# Only these of allauth's views: accounts are made by the administrator, passwords are reset there too.
ACCOUNTS: list[URLPattern] = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("inactive/", account.account_inactive, name="account_inactive"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("govreport.portal.urls", namespace="portal")),
    path("accounts/", include(ACCOUNTS)),
    path("admin/", admin.site.urls),
    path("desk/", include("govreport.desk.urls", namespace="desk")),
]

handler400 = "govreport.portal.views.errors.bad_request"
handler403 = "govreport.portal.views.errors.forbidden"
handler404 = "govreport.portal.views.errors.not_found"
handler500 = "govreport.portal.views.errors.server_error"
