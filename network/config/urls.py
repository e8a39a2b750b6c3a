"""Addresses: every page lives under its language; machines' doors have none."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from network.notifications.views import metrics
from network.views import crawlers

# Through the portal's own door, second step included.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("health/", include("network.config.health_urls")),
    path("metrics", metrics.metrics, name="metrics"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("sitemap.xml", crawlers.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", crawlers.part, name="sitemap-part"),
    path("api/v1/", include("network.config.api_urls")),
    path("fund/", include("fund.api.iati_urls")),
    path("feeds/", include("fora.urls.feeds")),
    path("feeds/", include("training_catalogue.urls.feeds")),
    path("", include("practices.api.feed_urls")),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        # The portal's own pages take the place of these of allauth.
        path("accounts/signup/", RedirectView.as_view(pattern_name="network:register")),
        path("accounts/email/", RedirectView.as_view(pattern_name="network:settings_address")),
        path("accounts/sessions/", RedirectView.as_view(pattern_name="network:settings_sessions")),
        path("accounts/", include("allauth.urls")),
        path("practices/", include("practices.urls")),
        path("translations/", include("network.l10n.urls")),
        path("imports/", include("network.imports.urls")),
        path("fund/", include("fund.urls")),
        path("fora/", include("fora.urls")),
        path("training/", include("training_catalogue.urls")),
        path("", include("network.notifications.urls")),
        path("", include("network.following.urls")),
        path("", include("network.urls")),
        prefix_default_language=True,
    ),
]

if settings.MAIL_WEBHOOK_SECRET:
    urlpatterns.insert(0, path("hooks/mail/", include("anymail.urls")))

if settings.DEMO or settings.DEBUG:
    urlpatterns.insert(0, path("dev/", include("network.config.dev_urls")))

handler400 = "network.views.errors.bad_request"
handler403 = "network.views.errors.forbidden"
handler404 = "network.views.errors.not_found"
handler500 = "network.views.errors.server_error"
