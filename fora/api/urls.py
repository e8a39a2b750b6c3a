"""Addresses of the fora in the API; included below /api/v1/."""

from django.urls import path

from .views import PostDetail, PostList, SpaceDetail, SpaceList, ThreadDetail, ThreadList

urlpatterns = [
    path("spaces/", SpaceList.as_view(), name="spaces"),
    path("spaces/<slug:slug>/", SpaceDetail.as_view(), name="space"),
    path("spaces/<slug:slug>/threads/", ThreadList.as_view(), name="threads"),
    path("threads/<int:pk>/", ThreadDetail.as_view(), name="thread"),
    path("threads/<int:pk>/posts/", PostList.as_view(), name="posts"),
    path("posts/<int:pk>/", PostDetail.as_view(), name="post"),
]
