"""Addresses of inbox, preferences, announcements, outbox; the words never change once published."""

from django.urls import path

from .views import announcements, inbox, preferences, staff

app_name = "notifications"

urlpatterns = [
    path("me/inbox/", inbox.inbox, name="inbox"),
    path("me/inbox/read/", inbox.mark, name="mark"),
    path("me/inbox/<int:pk>/", inbox.open_one, name="open"),
    path("me/settings/notifications/", preferences.Preferences.as_view(), name="preferences"),
    path("me/settings/notifications/address/", preferences.address_works, name="address_works"),
    path("me/settings/notifications/<int:pk>/", preferences.AboutOne.as_view(), name="about_one"),
    path("notices/stop/<str:token>/", preferences.Stop.as_view(), name="stop"),
    path("announcements/<int:pk>/", announcements.announcement, name="announcement"),
    path("staff/outbox/", staff.outbox, name="staff_outbox"),
    path("staff/outbox/<int:pk>/again/", staff.again, name="staff_again"),
    path("staff/announcements/", announcements.staff_list, name="staff_announcements"),
    path("staff/announcements/new/", announcements.Edit.as_view(), name="staff_announcement_new"),
    path("staff/announcements/<int:pk>/", announcements.staff_announcement, name="staff_announcement"),
    path("staff/announcements/<int:pk>/edit/", announcements.Edit.as_view(), name="staff_announcement_edit"),
    path("staff/announcements/<int:pk>/propose/", announcements.propose, name="staff_announcement_propose"),
    path("staff/announcements/<int:pk>/approve/", announcements.approve, name="staff_announcement_approve"),
]
