"""Addresses of the database of good practices; words of the path never change once published."""

from django.urls import path, re_path

from .views import (
    desk,
    desk_item,
    detail,
    drafts,
    language,
    listing,
    materials,
    questions,
    versions,
    withdraw,
    wizard,
)

app_name = "practices"
IDENTIFIER = r"(?P<identifier>GP-\d{4}-\d{4,})"
urlpatterns = [
    path("", listing.practice_list, name="list"),
    re_path(rf"^{IDENTIFIER}/$", detail.practice_detail, name="detail"),
    re_path(rf"^{IDENTIFIER}/withdraw/$", withdraw.withdraw, name="withdraw"),
    re_path(rf"^{IDENTIFIER}/new-version/$", versions.new_version, name="new_version"),
    re_path(rf"^{IDENTIFIER}/versions/$", versions.versions, name="versions"),
    re_path(rf"^{IDENTIFIER}/versions/(?P<number>\d{{1,4}})/$", versions.version, name="version"),
    re_path(rf"^{IDENTIFIER}/ask/$", questions.ask, name="ask"),
    path("questions/", questions.question_list, name="questions"),
    path("questions/<int:pk>/", questions.question_page, name="question"),
    path("desk/", desk.desk, name="desk"),
    path("desk/<uuid:uuid>/", desk_item.desk_item, name="desk_item"),
    path("desk/<uuid:uuid>/changes/", versions.desk_changes, name="desk_changes"),
    path("desk/<uuid:uuid>/claim/", desk_item.desk_claim, name="desk_claim"),
    path("desk/<uuid:uuid>/comment/", desk_item.desk_comment, name="desk_comment"),
    path("desk/<uuid:uuid>/return/", desk_item.desk_return, name="desk_return"),
    path("desk/<uuid:uuid>/decline/", desk_item.desk_decline, name="desk_decline"),
    path("desk/<uuid:uuid>/publish/", desk_item.desk_publish, name="desk_publish"),
    path("new/", drafts.New.as_view(), name="new"),
    path("drafts/", drafts.Drafts.as_view(), name="drafts"),
    path("drafts/<uuid:uuid>/", drafts.Draft.as_view(), name="draft"),
    path("drafts/<uuid:uuid>/preview/", drafts.Preview.as_view(), name="draft_preview"),
    path("drafts/<uuid:uuid>/changes/", versions.DraftChanges.as_view(), name="draft_changes"),
    path("drafts/<uuid:uuid>/clearance/", drafts.AskClearance.as_view(), name="draft_clearance"),
    path("drafts/<uuid:uuid>/submit/", drafts.Submit.as_view(), name="draft_submit"),
    path("drafts/<uuid:uuid>/send-back/", drafts.SendBack.as_view(), name="draft_send_back"),
    path("drafts/<uuid:uuid>/delete/", drafts.Delete.as_view(), name="draft_delete"),
    path("drafts/<uuid:uuid>/depth/", drafts.ChangeDepth.as_view(), name="draft_depth"),
    path("drafts/<uuid:uuid>/answers/<int:comment>/", drafts.Answer.as_view(), name="draft_answer"),
    path("drafts/<uuid:uuid>/language/", language.ChangeLanguage.as_view(), name="draft_language"),
    path("drafts/<uuid:uuid>/files/", materials.AddFile.as_view(), name="material_add"),
    path("drafts/<uuid:uuid>/links/", materials.AddLink.as_view(), name="link_add"),
    path(
        "drafts/<uuid:uuid>/materials/<uuid:material>/remove/",
        materials.Remove.as_view(),
        name="material_remove",
    ),
    path("drafts/<uuid:uuid>/<slug:step>/", wizard.Step.as_view(), name="draft_step"),
    path("materials/<uuid:uuid>/", materials.download, name="material"),
]
