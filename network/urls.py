"""Addresses of the Network's own pages; words of the path never change once published."""

from django.urls import path

from .views import (
    contributors,
    demo,
    entering,
    hand_over,
    home,
    me,
    organizations,
    pages,
    search,
    settings_pages,
    states,
    tokens,
    topics,
)
from .views.staff import doors, people, records
from .views.staff import home as staff_home

app_name = "network"

urlpatterns = [
    path("", home.Home.as_view(), name="home"),
    path("states/", states.StateList.as_view(), name="states"),
    path("states/<str:iso2>/", states.state_page, name="state"),
    path("topics/", topics.TopicList.as_view(), name="topics"),
    path("topics/<slug:slug>/", topics.topic_page, name="topic"),
    path("search/", search.search, name="search"),
    path("me/", me.Me.as_view(), name="me"),
    path("me/preview/", pages.preview, name="preview"),
    path("me/contributors/", contributors.Contributors.as_view(), name="contributors"),
    path("me/contributors/<int:pk>/end/", contributors.end_contributor, name="contributor_end"),
    path("me/invitations/<int:pk>/withdraw/", contributors.withdraw_invitation, name="invitation_withdraw"),
    path("me/settings/", settings_pages.Profile.as_view(), name="settings"),
    path("me/settings/address/", settings_pages.Address.as_view(), name="settings_address"),
    path("me/settings/sessions/", settings_pages.sessions, name="settings_sessions"),
    path("me/settings/sessions/end/", settings_pages.end_sessions_page, name="settings_sessions_end"),
    path("me/settings/roles/", settings_pages.roles, name="settings_roles"),
    path("me/settings/roles/<int:pk>/confirm/", settings_pages.attest, name="settings_attest"),
    path("me/settings/roles/<int:pk>/hand-over/", hand_over.HandOverStart.as_view(), name="hand_over"),
    path("me/settings/tokens/", tokens.Tokens.as_view(), name="settings_tokens"),
    path("me/settings/tokens/<int:pk>/revoke/", tokens.revoke, name="settings_token_revoke"),
    path("me/settings/data/", settings_pages.personal_data, name="settings_data"),
    path("me/settings/erase/", settings_pages.Erase.as_view(), name="settings_erase"),
    path("me/photos/<uuid:key>/", settings_pages.photo, name="photo"),
    path("hand-overs/<uuid:uuid>/letter/", hand_over.letter, name="hand_over_letter"),
    path("register/", entering.Register.as_view(), name="register"),
    path("register/thank-you/", entering.Registered.as_view(), name="registered"),
    path("welcome/", entering.welcome, name="welcome"),
    path("invitations/<str:token>/", entering.InvitationPage.as_view(), name="invitation"),
    path("addresses/confirmed/", settings_pages.AddressConfirmed.as_view(), name="address_confirmed"),
    path("addresses/<str:token>/", settings_pages.ConfirmAddress.as_view(), name="confirm_address"),
    path("organizations/", organizations.OrganizationList.as_view(), name="organizations"),
    path("organizations/<int:pk>/", organizations.organization_page, name="organization"),
    path("staff/", staff_home.StaffHome.as_view(), name="staff"),
    path("staff/people/", people.People.as_view(), name="staff_people"),
    path("staff/people/<int:pk>/", people.Person.as_view(), name="staff_person"),
    path("staff/roles/<int:pk>/end/", people.EndRole.as_view(), name="staff_role_end"),
    path("staff/roles/<int:pk>/confirm/", people.ConfirmRole.as_view(), name="staff_role_confirm"),
    path("staff/invitations/", doors.Invitations.as_view(), name="staff_invitations"),
    path("staff/registrations/", doors.Registrations.as_view(), name="staff_registrations"),
    path("staff/registrations/<int:pk>/", doors.Registration.as_view(), name="staff_registration"),
    path("staff/hand-overs/", doors.HandOvers.as_view(), name="staff_hand_overs"),
    path("staff/hand-overs/<uuid:uuid>/", doors.HandOverDecision.as_view(), name="staff_hand_over"),
    path("staff/organizations/", records.Organizations.as_view(), name="staff_organizations"),
    path("staff/organizations/new/", records.OrganizationEdit.as_view(), name="staff_organization_new"),
    path("staff/organizations/<int:pk>/", records.OrganizationEdit.as_view(), name="staff_organization"),
    path(
        "staff/organizations/<int:pk>/verify/",
        records.OrganizationVerify.as_view(),
        name="staff_organization_verify",
    ),
    path("staff/states/", records.States.as_view(), name="staff_states"),
    path("staff/states/<str:iso2>/", records.StateStatusPage.as_view(), name="staff_state"),
    path("staff/topics/", records.Topics.as_view(), name="staff_topics"),
    path("staff/topics/<slug:slug>/", records.TopicEdit.as_view(), name="staff_topic"),
    path("demonstration/sign-in/", demo.demo_login, name="demo_login"),
    *(
        path(f"{name}/", pages.Page.as_view(name=name), name=name)
        for name in ("about", "help", "privacy", "accessibility", "data")
    ),
]
