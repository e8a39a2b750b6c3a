"""Django's compilers, which do not write the columns of a whole record anew for every query.

A practice has a hundred and fifty: to name them, and to look for what reads each of them, took longer than
the database takes to answer.
"""

from typing import Any, NamedTuple

from django.db.backends.postgresql.compiler import SQLCompiler as DjangosCompiler
from django.db.backends.postgresql.compiler import SQLInsertCompiler
from django.db.models.expressions import Col, F, OrderBy
from django.db.models.sql.compiler import SQLAggregateCompiler, SQLDeleteCompiler, SQLUpdateCompiler

__all__ = [
    "SQLAggregateCompiler",
    "SQLCompiler",
    "SQLDeleteCompiler",
    "SQLInsertCompiler",
    "SQLUpdateCompiler",
]


class Columns(NamedTuple):
    """All columns of a model as Django writes them, and what turns their values into Python's."""

    select: list[Any]
    places: list[int]
    converters: dict[int, Any]


_columns: dict[tuple[Any, str], Columns] = {}
_made: dict[tuple[Any, str], list[Any]] = {}
_quoted: dict[str, str] = {}
MIGRATION = "__fake__"  # where Django puts models as they once were


class SQLCompiler(DjangosCompiler):
    """Whole records of one model, which is what most queries ask for, have their columns ready."""

    _ready: Columns | None = None

    def get_select(self, with_col_aliases: bool = False) -> Any:
        """As Django's: the columns, what they fill, and the annotations."""
        self._ready = None
        if with_col_aliases or not self._asks_for_whole_records():
            return super().get_select(with_col_aliases=with_col_aliases)
        query = self.query
        key = (query.model, self.quote_name_unless_alias(query.get_initial_alias()))
        ready = _columns.get(key)
        if ready is None:
            select, _whole, _annotations = super().get_select()
            converters = super().get_converters([column for column, _sql, _alias in select])
            ready = _columns[key] = Columns(select, list(range(len(select))), converters)
        self._ready = ready
        return list(ready.select), {"model": query.model, "select_fields": ready.places}, {}

    def _asks_for_whole_records(self) -> bool:
        query = self.query
        return bool(
            query.default_cols
            and query.model is not None
            and query.deferred_loading == (frozenset(), True)
            and query.selected is None
            and not (query.select_related or query.annotations or query.extra)
            and not query.model._meta.parents
            and query.model.__module__ != MIGRATION
        )

    def get_default_columns(
        self, select_mask: Any, start_alias: Any = None, opts: Any = None, from_parent: Any = None
    ) -> Any:
        """As Django's: the columns of a whole record, this query's own or one that is read with it."""
        of = opts or self.query.get_meta()
        if select_mask or of is None or of.parents or of.model.__module__ == MIGRATION:
            return super().get_default_columns(select_mask, start_alias, opts, from_parent)
        key = (of.model, start_alias or self.query.get_initial_alias())
        if key not in _made:
            made: list[Any] = super().get_default_columns(select_mask, start_alias, opts, from_parent)
            _made[key] = made
        return list(_made[key])

    def _order_by_pairs(self) -> Any:
        """As Django's, which compares each column that it selects with what it orders by.

        Names can only be those of columns that have one.
        """
        query, meta = self.query, self.query.get_meta()
        given = [*query.extra_order_by, *query.order_by, *((meta and meta.ordering) or ())]
        whole: Any = self.select
        if query.combinator or not all(map(_is_name, given)) or any(alias for *_rest, alias in whole or ()):
            return super()._order_by_pairs()
        self.select = []
        try:
            pairs: Any = super()._order_by_pairs()
            return list(pairs)
        finally:
            self.select = whole

    def compile(self, node: Any) -> tuple[str, Any]:
        """As Django's; of a column, of which there may be hundreds, without asking whose it is each time."""
        if node.__class__ is not Col or not node.alias:
            return super().compile(node)
        name: Any = node.target.column
        quoted = _quoted.get(name)
        if quoted is None:
            quoted = _quoted[name] = self.connection.ops.quote_name(name)
        table = self.quote_cache.get(node.alias) or self.quote_name_unless_alias(node.alias)
        return f"{table}.{quoted}", []

    def get_converters(self, expressions: Any) -> Any:
        """What turns values into Python's, by the place of the column."""
        ready = self._ready
        if ready is not None and len(expressions) == len(ready.select):
            return ready.converters
        return super().get_converters(expressions)

    def has_composite_fields(self, expressions: Any) -> bool:
        """No record here has a key of several columns that it would have to be asked for."""
        return self._ready is None and bool(super().has_composite_fields(expressions))


def _is_name(given: Any) -> bool:
    return isinstance(given.expression if isinstance(given, OrderBy) else given, str | F)
