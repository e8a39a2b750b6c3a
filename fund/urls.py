"""Addresses of the Voluntary Fund; words of the path never change once published."""

from django.urls import path

from .views import audit, downloads, entries, overview, projects, statements, verify

app_name = "fund"
urlpatterns = [
    path("", overview.fund_overview, name="overview"),
    path("entries/", entries.entry_list, name="entries"),
    path("entries/<int:number>/", entries.entry_detail, name="entry"),
    path("entries.csv", downloads.entries_csv, name="entries_csv"),
    path("entries.json", downloads.entries_json, name="entries_json"),
    path("projects/<str:identifier>/", projects.project_detail, name="project"),
    path("statements/", statements.statements, name="statements"),
    path("statements/<int:donor>/", statements.statement, name="statement"),
    path("statements/<int:donor>/statement.pdf", statements.statement_paper, name="statement-pdf"),
    path("audit/", audit.audit, name="audit"),
    path("audit/ledger.zip", audit.audit_export, name="audit-export"),
    path("verify/", verify.verify, name="verify"),
]
