"""Three questions a supervisor or a load balancer may ask."""

from django.urls import path

from network.views import health

urlpatterns = [
    path("live", health.live, name="health-live"),
    path("ready", health.ready, name="health-ready"),
    path("work", health.work, name="health-work"),
]
