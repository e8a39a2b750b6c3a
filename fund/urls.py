"""Addresses of the Voluntary Fund; words of the path never change once published."""

from django.urls import path, re_path

from .views import audit, downloads, entries, overview, projects, statements, verify
from .views.desk import bank, board, documents, draft, files, periods, recording

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
    path("desk/giving/", documents.giving, name="desk_giving"),
    path("desk/giving/new/<str:what>/", documents.record, name="desk_document"),
    path("desk/agreements/<int:pk>/", documents.agreement, name="desk_agreement"),
    path("desk/agreements/<int:pk>/files/", documents.attach, name="desk_agreement_attach"),
    path("desk/pledges/<int:pk>/withdraw/", documents.withdraw, name="desk_pledge_withdraw"),
    path("desk/projects/", documents.projects, name="desk_projects"),
    path("desk/projects/<int:pk>/", documents.edit_project, name="desk_project"),
    path("desk/periods/", periods.periods, name="desk_periods"),
    path("desk/periods/open/", periods.open_next, name="desk_period_open"),
    path("desk/periods/<int:pk>/close/", periods.close, name="desk_period_close"),
    path("desk/periods/<int:pk>/certify/", periods.certify, name="desk_period_certify"),
    path("desk/bank/", bank.bank, name="desk_bank"),
    path("desk/bank/read/", bank.read_in, name="desk_bank_read"),
    path("desk/bank/<int:pk>/", bank.line, name="desk_line"),
    path("desk/bank/<int:pk>/match/", bank.match, name="desk_line_match"),
    path("desk/bank/<int:pk>/aside/", bank.set_aside, name="desk_line_aside"),
]
