"""Addresses of what a forum is prepared and concluded with: proposals, agenda, papers, report."""

from django.urls import path

from ..views.institution import (
    agenda,
    groups,
    papers,
    people,
    preparing,
    proceedings,
    proposals,
    reports,
    writing,
)

urlpatterns = [
    path("proposals/", proposals.Proposals.as_view(), name="proposals"),
    path("proposals/new/", proposals.ProposalNew.as_view(), name="proposal_new"),
    path("proposals/<int:pk>/", proposals.ProposalPage.as_view(), name="proposal"),
    path("proposals/<int:pk>/support/", proposals.Support.as_view(), name="proposal_support"),
    path("proposals/<int:pk>/withdraw/", proposals.Withdraw.as_view(), name="proposal_withdraw"),
    path("proposals/<int:pk>/schedule/", proposals.Schedule.as_view(), name="proposal_schedule"),
    path("proposals/<int:pk>/decline/", proposals.Decline.as_view(), name="proposal_decline"),
    path("new/", preparing.SpaceNew.as_view(), name="space_new"),
    path("groups/", groups.group_list, name="groups"),
    path("papers/<uuid:uuid>/", papers.download, name="paper"),
    path("<slug:slug>/prepare/", preparing.Prepare.as_view(), name="prepare"),
    path("<slug:slug>/prepare/space/", preparing.SpaceEdit.as_view(), name="prepare_space"),
    path("<slug:slug>/prepare/open/", preparing.SpaceOpen.as_view(), name="prepare_open"),
    path("<slug:slug>/prepare/archive/", preparing.SpaceArchive.as_view(), name="prepare_archive"),
    path("<slug:slug>/prepare/agenda/", agenda.Agenda.as_view(), name="prepare_agenda"),
    path("<slug:slug>/prepare/agenda/<int:pk>/", agenda.ItemPage.as_view(), name="prepare_item"),
    path(
        "<slug:slug>/prepare/agenda/<int:pk>/remove/", agenda.ItemRemove.as_view(), name="prepare_item_remove"
    ),
    path("<slug:slug>/prepare/agenda/<int:pk>/move/", agenda.ItemMove.as_view(), name="prepare_item_move"),
    path("<slug:slug>/prepare/papers/", papers.Papers.as_view(), name="prepare_papers"),
    path("<slug:slug>/prepare/papers/<int:pk>/", papers.PaperPage.as_view(), name="prepare_paper"),
    path(
        "<slug:slug>/prepare/papers/<int:pk>/versions/",
        papers.VersionAdd.as_view(),
        name="prepare_version_add",
    ),
    path(
        "<slug:slug>/prepare/papers/<int:pk>/remove/",
        papers.PaperRemove.as_view(),
        name="prepare_paper_remove",
    ),
    path(
        "<slug:slug>/prepare/versions/<uuid:uuid>/remove/",
        papers.VersionRemove.as_view(),
        name="prepare_version_remove",
    ),
    path("<slug:slug>/prepare/people/", people.People.as_view(), name="prepare_people"),
    path("<slug:slug>/prepare/people/<int:pk>/end/", people.PlaceEnd.as_view(), name="prepare_place_end"),
    path("<slug:slug>/members/", groups.members, name="members"),
    path("<slug:slug>/report/", reports.report, name="report"),
    path("<slug:slug>/report/pdf/", reports.report_pdf, name="report_pdf"),
    path("<slug:slug>/report/write/", writing.Write.as_view(), name="report_write"),
    path("<slug:slug>/report/cite/", writing.Cite.as_view(), name="report_cite"),
    path("<slug:slug>/report/publish/", writing.Publish.as_view(), name="report_publish"),
    path("<slug:slug>/proceedings/pdf/", proceedings.as_paper, name="proceedings_pdf"),
    path("<slug:slug>/proceedings/zip/", proceedings.as_files, name="proceedings_zip"),
]
