"""Addresses of the translation desk; the words never change once published."""

from django.urls import path

from .views import glossary, memory, piece, progress, queue, short, suggest, suggestions

app_name = "l10n"

urlpatterns = [
    path("", queue.desk, name="desk"),
    path("next/", queue.take_next, name="next"),
    path("<int:pk>/", piece.Piece.as_view(), name="piece"),
    path("short/", short.Short.as_view(), name="short"),
    path("progress/", progress.progress_page, name="progress"),
    path("suggestions/", suggestions.Suggestions.as_view(), name="suggestions"),
    path("suggest/<str:kind>/<str:key>/", suggest.Suggest.as_view(), name="suggest"),
    path("glossary/", glossary.glossary, name="glossary"),
    path("glossary/new/", glossary.Term.as_view(), name="term_new"),
    path("glossary/export/", glossary.export, name="glossary_export"),
    path("glossary/import/", glossary.Import.as_view(), name="glossary_import"),
    path("glossary/<slug:key>/", glossary.Term.as_view(), name="term"),
    path("glossary/<slug:key>/remove/", glossary.remove, name="term_remove"),
    path("memory/", memory.memory, name="memory"),
    path("memory/export/", memory.export, name="memory_export"),
    path("memory/import/", memory.Import.as_view(), name="memory_import"),
]
