"""Tables of translation: jobs with their texts, what people did, glossary, memory, engines."""

from .engines import ProviderCircuit, ProviderMonth
from .jobs import Suggestion, Translation, TranslationStep
from .tools import GlossaryTerm, MemorySegment

__all__ = [
    "GlossaryTerm",
    "MemorySegment",
    "ProviderCircuit",
    "ProviderMonth",
    "Suggestion",
    "Translation",
    "TranslationStep",
]
