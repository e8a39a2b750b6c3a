"""Addresses of offers and requests, matches, cooperations, the needs survey and what is missing."""

from django.urls import path, re_path

from ..views.assistance import cooperations, files, gaps, listing, matches, needs, record, steps, writing

FORM = r"(?P<form>csv|xlsx|json)"
urlpatterns = [
    path("assistance/", listing.assistance_list, name="assistance_list"),
    path("assistance/new/", writing.AssistanceNew.as_view(), name="assistance_new"),
    path("assistance/mine/", writing.Mine.as_view(), name="assistance_mine"),
    path("assistance/desk/", steps.Desk.as_view(), name="assistance_desk"),
    path("assistance/match/", steps.Pair.as_view(), name="assistance_pair"),
    re_path(rf"^assistance/{FORM}/$", files.assistance_file, name="assistance_file"),
    path("assistance/<int:pk>/", record.page, name="assistance"),
    path("assistance/<int:pk>/edit/", writing.AssistanceEdit.as_view(), name="assistance_edit"),
    path("assistance/<int:pk>/contact/", steps.Contact.as_view(), name="assistance_contact"),
    path("assistance/<int:pk>/step/<slug:verb>/", steps.Step.as_view(), name="assistance_step"),
    path("assistance/<int:pk>/why/<slug:verb>/", steps.CommentedStep.as_view(), name="assistance_why"),
    path("matches/<int:pk>/", matches.MatchPage.as_view(), name="match"),
    path("matches/<int:pk>/<slug:verb>/", matches.MatchAnswer.as_view(), name="match_answer"),
    path("cooperations/", cooperations.cooperation_list, name="cooperations"),
    path("cooperations/files/<uuid:uuid>/", cooperations.report_file, name="cooperation_file"),
    path("cooperations/<int:pk>/", cooperations.page, name="cooperation"),
    path("cooperations/<int:pk>/terms/", cooperations.WriteTerms.as_view(), name="cooperation_terms"),
    path("cooperations/<int:pk>/report/", cooperations.WriteReport.as_view(), name="cooperation_report"),
    path(
        "cooperations/<int:pk>/withdraw/",
        cooperations.CooperationWithdraw.as_view(),
        name="cooperation_withdraw",
    ),
    path(
        "cooperations/<int:pk>/step/<slug:verb>/",
        cooperations.CooperationAction.as_view(),
        name="cooperation_step",
    ),
    path("needs/", needs.rounds, name="needs"),
    path("needs/new/", needs.RoundNew.as_view(), name="needs_new"),
    path("needs/<int:pk>/", needs.round_page, name="needs_round"),
    path("needs/<int:pk>/edit/", needs.RoundEdit.as_view(), name="needs_edit"),
    path("needs/<int:pk>/answer/", needs.Answer.as_view(), name="needs_answer"),
    path("gaps/", gaps.gap_view, name="gaps"),
    re_path(rf"^gaps/{FORM}/$", files.gaps_file, name="gaps_file"),
]
