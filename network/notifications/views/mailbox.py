"""Mail of the embedded set-up, for reading in the demonstration and while building; never in production."""

from csp.decorators import csp, csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from ..mailbox import StoredMail, stored_mail, stored_mails

SHOWN = 50


@require_safe
def mail_list(request: HttpRequest) -> HttpResponse:
    """The newest mails; `?before=` gives older ones, `?to=` those to one address."""
    mails = stored_mails(before=request.GET.get("before", ""), count=SHOWN)
    wanted = request.GET.get("to", "")
    shown = [mail for mail in mails if wanted.lower() in mail.header("To").lower()]
    older = mails[-1].name if len(mails) == SHOWN else ""
    return render(request, "notifications/mailbox.html", {"mails": shown, "older": older, "to": wanted})


@require_safe
@csp_replace({"frame-src": ["'self'"]})
def mail_page(request: HttpRequest, name: str) -> HttpResponse:
    """One mail: headers, text, and the HTML in a frame that may do nothing."""
    return render(request, "notifications/mailbox_mail.html", {"mail": _mail(name)})


@require_safe
@xframe_options_sameorigin
@csp(
    {
        "default-src": ["'none'"],
        "style-src": ["'unsafe-inline'"],
        "frame-ancestors": ["'self'"],
        "sandbox": ["allow-popups", "allow-top-navigation-by-user-activation"],
    }
)
def mail_html(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML part alone, in a sandbox: no script, no picture, no form."""
    html = _mail(name).body("html").replace("<head>", '<head><base target="_top">', 1)
    return HttpResponse(html)


def _mail(name: str) -> StoredMail:
    found = stored_mail(name)
    if found is None:
        raise Http404
    return found
