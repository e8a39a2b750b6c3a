"""What Django and the libraries say is said in the reader's language, and in Brazil's Portuguese."""

import re
from pathlib import Path

import allauth
import axes
import django_filters
import pytest
import rest_framework
from allauth.account.adapter import DefaultAccountAdapter
from django import forms
from django.apps import apps
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.core.validators import MinLengthValidator
from django.utils import translation
from django.utils.translation import gettext
from django_filters.fields import LookupChoiceField
from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated, NotFound, PermissionDenied, Throttled

from network.l10n.extraction import messages_in_file
from network.l10n.library_catalogues import LIBRARY_LOCALES, library_sources

LANGUAGES = ("en", "es", "fr", "pt")
PORTUGAL = re.compile(r"utilizador|palavra-passe|ficheiro|ecrã|registo|telemóvel", re.I)
#: The parts of each library that answer readers of this portal.
SPOKEN = {
    allauth: ("account/*.py", "core/**/*.py", "mfa/*.py", "mfa/**/*.py"),
    axes: ("*.py", "backends.py"),
    django_filters: ("*.py", "rest_framework/*.py"),
    rest_framework: (
        "exceptions.py",
        "fields.py",
        "serializers.py",
        "relations.py",
        "validators.py",
        "pagination.py",
    ),
}


def in_each_language(say) -> list[str]:
    """What `say()` answers in English, Spanish, French and Portuguese."""
    said = []
    for language in LANGUAGES:
        with translation.override(language):
            said.append(str(say()))
    return said


def refused(clean, value) -> str:
    try:
        clean(value)
    except (ValidationError, serializers.ValidationError) as error:
        return "; ".join(getattr(error, "messages", None) or map(str, error.detail))
    raise AssertionError("nothing was refused")


def test_login_errors():
    assert in_each_language(lambda: DefaultAccountAdapter.error_messages["email_password_mismatch"]) == [
        "The email address and/or password you specified are not correct.",
        "La dirección de correo electrónico y/o la contraseña que ha indicado no son correctas.",
        "L’adresse e-mail ou le mot de passe sont incorrects.",
        "O endereço de e-mail e/ou senha especificados estão incorretos.",
    ]
    assert in_each_language(lambda: DefaultAccountAdapter.error_messages["too_many_login_attempts"])[3] == (
        "Muitas tentativas de login falharam. Tente novamente mais tarde."
    )


def test_lock_out_after_too_many_attempts():
    text = "Account locked: too many login attempts. Please try again later."
    assert in_each_language(lambda: gettext(text))[1:] == [
        "Cuenta bloqueada: demasiados intentos de acceso. Vuelva a intentarlo más tarde.",
        "Compte bloqué : trop de tentatives de connexion. Veuillez réessayer plus tard.",
        "Conta bloqueada: muitas tentativas de acesso. Tente novamente mais tarde.",
    ]


def test_second_factor():
    said = in_each_language(lambda: gettext("Two-Factor Authentication"))
    assert said[1:] == [
        "Autenticación de doble factor",
        "Authentification à deux facteurs",
        "Autenticação de dois fatores",
    ]
    assert in_each_language(lambda: gettext("Incorrect code."))[3] == "Código incorreto."


def test_form_errors():
    assert in_each_language(lambda: refused(forms.CharField().clean, "")) == [
        "This field is required.",
        "Este campo es obligatorio.",
        "Ce champ est obligatoire.",
        "Este campo é obrigatório.",
    ]
    assert in_each_language(lambda: refused(forms.EmailField().clean, "nobody"))[3] == (
        "Insira um endereço de email válido."
    )


def test_form_errors_that_count():
    def too_short():
        return refused(MinLengthValidator(20), "abc")

    assert in_each_language(too_short)[1:] == [
        "Este valor debe tener al menos 20 caracteres (tiene 3).",
        "Assurez-vous que cette valeur comporte au moins 20 caractères (actuellement 3).",
        "Certifique-se de que o valor tenha no mínimo 20 caracteres (ele possui 3).",
    ]


def test_password_errors():
    assert in_each_language(lambda: refused(MinimumLengthValidator(12).validate, "abc"))[3] == (
        "Esta senha é muito curta. Ela precisa conter pelo menos 12 caracteres."
    )


def test_filter_errors():
    assert in_each_language(lambda: LookupChoiceField.default_error_messages["lookup_required"]) == [
        "Select a lookup.",
        "Seleccione un operador de consulta.",
        "Sélectionnez un opérateur.",
        "Selecione um operador.",
    ]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NotAuthenticated, "As credenciais de autenticação não foram fornecidas."),
        (PermissionDenied, "Você não tem permissão para executar essa ação."),
        (NotFound, "Não encontrado."),
        (Throttled, "Muitas solicitações em pouco tempo. Aguarde um momento."),
    ],
)
def test_api_errors(error, said):
    english, spanish, french, portuguese = in_each_language(lambda: error().detail)
    assert len({english, spanish, french, portuguese}) == 4
    assert portuguese == said


def test_api_field_errors():
    assert in_each_language(lambda: refused(serializers.IntegerField().run_validation, "x"))[1:] == [
        "Introduzca un número entero válido.",
        "Un nombre entier valide est requis.",
        "Um número inteiro válido é exigido.",
    ]


@pytest.mark.parametrize("language", ["es", "fr", "pt"])
@pytest.mark.parametrize("library", SPOKEN, ids=lambda library: library.__name__)
def test_no_library_falls_back_to_english(library, language):
    """Whatever version of the library is installed: a text it adds without a translation fails here."""
    root = Path(library.__file__).parent
    names = {
        message.text
        for pattern in SPOKEN[library]
        for path in root.glob(pattern)
        for message in messages_in_file(path, path.name)
    }
    with translation.override(language):
        catalogue = translation._trans.translation(
            language
        )._catalog  # the merged one: what gettext would answer from
        missing = {name for name in names if name not in catalogue and (name, 0) not in catalogue}
    assert names
    assert missing == set()


def test_every_brazilian_text_of_the_libraries_is_what_pt_says():
    """pt must never reach the European catalogue of Django while a Brazilian text exists."""
    with translation.override("pt"):
        assert gettext("Username") == "Nome de usuário"
        assert gettext("Password") == "Senha"
        assert gettext("Save") == "Salvar"
        catalogue = translation._trans.translation("pt")._catalog
        said = [text for first in catalogue._catalogs[:2] for text in first.values()]
    assert [text for text in said if PORTUGAL.search(text)] == []


def test_every_library_that_speaks_brazilian_is_read():
    read = {path.parents[3] for path in library_sources("pt", "django") if path.suffix == ".mo"}
    speaks = {
        Path(app.path)
        for app in apps.get_app_configs()
        if (Path(app.path) / "locale" / LIBRARY_LOCALES["pt"] / "LC_MESSAGES" / "django.mo").exists()
    }
    assert speaks <= read
