"""Addresses of the moderators' desk, of flags, decisions and appeals."""

from django.urls import path, re_path

from ..views.desk import acting, appeals, item, queue, readers, records

urlpatterns = [
    path("desk/", queue.queue, name="desk"),
    path("desk/log/", records.log, name="desk_log"),
    path("desk/sanctions/", records.sanctions, name="desk_sanctions"),
    path("desk/sanctions/<int:pk>/end/", records.end_sanction, name="desk_sanction_end"),
    path("desk/appeals/<int:pk>/", appeals.appeal, name="desk_appeal"),
    path("desk/posts/<int:pk>/redact/", acting.redaction, name="desk_redact"),
    re_path(r"^desk/(?P<name>posts|threads)/(?P<pk>[0-9]{1,18})/$", item.item, name="desk_item"),
    re_path(r"^desk/(?P<name>posts|threads)/(?P<pk>[0-9]{1,18})/claim/$", acting.claim, name="desk_claim"),
    re_path(
        r"^desk/(?P<name>posts|threads)/(?P<pk>[0-9]{1,18})/(?P<step>[a-z]+)/$", acting.act, name="desk_act"
    ),
    path("decisions/", readers.decisions, name="decisions"),
    path("decisions/<int:pk>/", readers.decision, name="decision"),
    path("posts/<int:pk>/flag/", readers.flag, name="flag"),
]
