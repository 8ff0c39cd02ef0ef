package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.Nearest;
import org.ctavo.adql.tree.Expression.ColumnReference;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.tree.TableName;
import org.ctavo.adql.type.AdqlType;

/** The names that a place in a query sees: the tables of its FROM, then those of the queries around it. */
final class Scope {
    private final Context context;
    private final List<FromItem> items;
    private final Optional<Scope> outer;
    private final boolean open;

    Scope(Context context, List<FromItem> items, Optional<Scope> outer) {
        this.context = context;
        this.items = List.copyOf(items);
        this.outer = outer;
        // A SELECT without FROM was told already.
        this.open =
                !context.knowsTables() || items.isEmpty() || sources().stream().anyMatch(Source::isOpen);
    }

    List<FromItem> items() {
        return items;
    }

    /** Whether there may be columns that are not known. */
    boolean isOpen() {
        return open;
    }

    List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        items.forEach(item -> sources.addAll(item.sources()));
        return sources;
    }

    /** A column that is not known but was told already, or may be right. */
    static Value unknown() {
        return new Value.Null(AdqlType.UNKNOWN);
    }

    /** The value of a column name; tells if there is none or several. */
    Value resolve(ColumnReference reference) {
        return reference.table().isPresent() ? qualified(reference.table().get(), reference) : unqualified(reference);
    }

    /** Whether a name without a table means a column here or further out. */
    boolean sees(Identifier name) {
        return isOpen()
                || items.stream().anyMatch(item -> !item.find(name).isEmpty())
                || outer.map(scope -> scope.sees(name)).orElse(false);
    }

    private Value unqualified(ColumnReference reference) {
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            List<Source.Column> found = new ArrayList<>(1);
            for (FromItem item : scope.get().items) {
                found.addAll(item.find(reference.name()));
            }
            if (found.size() == 1) {
                return context.written(found.get(0).value(), reference.span());
            }
            if (scope.get().isOpen()) {
                return unknown();
            }
            if (found.size() > 1) {
                ambiguous(reference, scope.get());
                return unknown();
            }
        }
        noSuchColumn(reference, "");
        return unknown();
    }

    private Value qualified(TableName table, ColumnReference reference) {
        Optional<Source> source = source(table);
        if (source.isEmpty()) {
            return unknown();
        }
        List<Source.Column> found = source.get().find(reference.name());
        if (found.size() == 1) {
            return context.written(found.get(0).value(), reference.span());
        }
        if (source.get().isOpen() || !context.knowsTables()) {
            return unknown();
        }
        if (found.isEmpty()) {
            noSuchColumn(reference, source.get().shown());
        } else {
            ambiguous(reference, this);
        }
        return unknown();
    }

    /** The table that stands before a column or a star; tells if there is none or several. */
    Optional<Source> source(TableName name) {
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            List<Source> found = scope.get().sources().stream()
                    .filter(source -> source.isMeantBy(name))
                    .toList();
            if (found.size() == 1) {
                return Optional.of(found.get(0));
            }
            if (found.size() > 1 && context.knowsTables()) {
                context.fault(
                        AdqlCode.AMBIGUOUS_TABLE,
                        name.span(),
                        "`" + name.written() + "` can mean several tables of this FROM",
                        "give each of them a name by AS");
                return Optional.empty();
            }
        }
        if (context.knowsTables()) {
            noSuchTable(name);
        }
        return Optional.empty();
    }

    private void noSuchTable(TableName name) {
        Set<String> known = new LinkedHashSet<>();
        String remedy = "";
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            for (Source source : scope.get().sources()) {
                known.add(source.shown());
                if (source.hidden().equalsIgnoreCase(name.written())
                        || source.hidden()
                                .toLowerCase(Locale.ROOT)
                                .endsWith("." + name.written().toLowerCase(Locale.ROOT))) {
                    remedy = source.hidden() + " is called `" + source.shown() + "` here";
                }
            }
        }
        if (remedy.isEmpty()) {
            remedy = Nearest.of(name.written(), known)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("FROM has " + String.join(", ", known));
        }
        context.fault(
                AdqlCode.NO_SUCH_TABLE, name.span(), "`" + name.written() + "`: no such table in this FROM", remedy);
    }

    private void ambiguous(ColumnReference reference, Scope scope) {
        Set<String> candidates = new LinkedHashSet<>();
        for (Source source : scope.sources()) {
            List<Source.Column> found = source.find(reference.name());
            for (Source.Column column : found) {
                String name =
                        found.size() > 1 ? Identifier.delimited(column.name()).written() : Names.written(column.name());
                candidates.add("`" + source.shown() + "." + name + "`");
            }
        }
        context.fault(
                AdqlCode.AMBIGUOUS_COLUMN,
                reference.span(),
                "`" + reference.written() + "` can mean several columns",
                candidates.size() > 1
                        ? "write " + String.join(" or ", candidates)
                        : "give each a name of its own by AS");
    }

    private void noSuchColumn(ColumnReference reference, String table) {
        List<Source> near = new ArrayList<>();
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            near.addAll(scope.get().sources());
        }
        if (!table.isEmpty()) {
            near.removeIf(source -> !source.shown().equals(table));
        }
        Set<String> names = new LinkedHashSet<>();
        near.forEach(source -> source.columns().forEach(column -> names.add(column.name())));
        Optional<String> nearest = Nearest.of(reference.name().text(), names);
        String where = table.isEmpty() && near.size() == 1 ? near.get(0).shown() : table;
        Span span = reference.span();
        String remedy = nearest.map(name -> "did you mean `" + Names.written(name) + "`?")
                .orElseGet(() -> otherwise(reference));
        context.fault(
                AdqlCode.NO_SUCH_COLUMN,
                span,
                "`" + reference.written() + "`: no such column"
                        + (where.isEmpty() ? " in the tables of this FROM" : " in " + where),
                remedy);
    }

    /** What to do if no name is near: what stands between quotation marks may have been meant as a string. */
    private static String otherwise(ColumnReference reference) {
        if (reference.name().delimited() && reference.table().isEmpty()) {
            return "a string stands between apostrophes: '"
                    + reference.name().text().replace("'", "''") + "'";
        }
        return "";
    }
}
