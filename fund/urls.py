"""Addresses of the Voluntary Fund; words of the path never change once published."""

from django.urls import path, re_path

from .views import audit, downloads, entries, overview, projects, statements, verify
from .views.desk import board, draft, files, recording

app_name = "fund"
urlpatterns = [
    path("", overview.fund_overview, name="overview"),
    path("entries/", entries.entry_list, name="entries"),
    path("entries/<int:number>/", entries.entry_detail, name="entry"),
    path("entries.csv", downloads.entries_csv, name="entries_csv"),
    path("entries.json", downloads.entries_json, name="entries_json"),
    path("entries.xlsx", downloads.entries_xlsx, name="entries_xlsx"),
    re_path(r"^summary\.(?P<form>csv|xlsx|json)$", downloads.summary_file, name="summary-file"),
    path("projects/<str:identifier>/", projects.project_detail, name="project"),
    path("statements/", statements.statements, name="statements"),
    path("statements/<int:donor>/", statements.statement, name="statement"),
    path("statements/<int:donor>/statement.pdf", statements.statement_paper, name="statement-pdf"),
    re_path(
        r"^statements/(?P<donor>[0-9]{1,18})/statement\.(?P<form>csv|xlsx|json)$",
        downloads.statement_file,
        name="statement-file",
    ),
    path("audit/", audit.audit, name="audit"),
    path("audit/ledger.zip", audit.audit_export, name="audit-export"),
    path("verify/", verify.verify, name="verify"),
    path("desk/", board.desk, name="desk"),
    path("desk/new/", recording.choose, name="desk_new"),
    path("desk/new/<str:kind>/", recording.Record.as_view(), name="desk_record"),
    path("desk/reverse/<int:number>/", recording.Reverse.as_view(), name="desk_reverse"),
    path("desk/drafts/<uuid:uuid>/", draft.draft_page, name="draft"),
    path("desk/drafts/<uuid:uuid>/edit/", recording.Edit.as_view(), name="draft_edit"),
    path("desk/drafts/<uuid:uuid>/submit/", draft.submit, name="draft_submit"),
    path("desk/drafts/<uuid:uuid>/take-back/", draft.take_back, name="draft_take_back"),
    path("desk/drafts/<uuid:uuid>/withdraw/", draft.withdraw, name="draft_withdraw"),
    path("desk/drafts/<uuid:uuid>/approve/", draft.approve, name="draft_approve"),
    path("desk/drafts/<uuid:uuid>/return/", draft.send_back, name="draft_return"),
    path("desk/drafts/<uuid:uuid>/files/", files.attach, name="draft_attach"),
    path("desk/files/<uuid:uuid>/", files.download, name="desk_file"),
    path("desk/files/<uuid:uuid>/remove/", files.remove, name="desk_file_remove"),
]
