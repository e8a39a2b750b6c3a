"""The door for programs: version 1 of the REST API; each app brings its own addresses."""

from django.urls import include, path, re_path

from network.api.problems import Nothing

app_name = "api"
urlpatterns = [
    path("", include("practices.api.urls")),
    path("fund/", include("fund.api.urls")),
    path("", include("fora.api.urls")),
    path("training/", include("training_catalogue.api.assistance_urls")),
    path("training/", include("training_catalogue.api.course_urls")),
    path("training/", include("training_catalogue.api.own_urls")),
    path("", include("network.api.urls")),
    re_path(r"^.*/$", Nothing.as_view(), name="nothing"),
]
