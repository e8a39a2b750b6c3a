"""Addresses of the database of good practices; words of the path never change once published."""

from django.urls import path, re_path

from .views import desk, desk_item, detail, withdraw

app_name = "practices"
IDENTIFIER = r"(?P<identifier>GP-\d{4}-\d{4,})"
urlpatterns = [
    re_path(rf"^{IDENTIFIER}/$", detail.practice_detail, name="detail"),
    re_path(rf"^{IDENTIFIER}/withdraw/$", withdraw.withdraw, name="withdraw"),
    path("desk/", desk.desk, name="desk"),
    path("desk/<uuid:uuid>/", desk_item.desk_item, name="desk_item"),
    path("desk/<uuid:uuid>/claim/", desk_item.desk_claim, name="desk_claim"),
    path("desk/<uuid:uuid>/comment/", desk_item.desk_comment, name="desk_comment"),
    path("desk/<uuid:uuid>/return/", desk_item.desk_return, name="desk_return"),
    path("desk/<uuid:uuid>/decline/", desk_item.desk_decline, name="desk_decline"),
    path("desk/<uuid:uuid>/publish/", desk_item.desk_publish, name="desk_publish"),
]
