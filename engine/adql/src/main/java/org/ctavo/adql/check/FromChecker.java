package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.ctavo.adql.checked.Table;
import org.ctavo.adql.checked.Test;
import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.Nearest;
import org.ctavo.adql.metadata.KnownTable;
import org.ctavo.adql.metadata.Metadata;
import org.ctavo.adql.tree.Comparator;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.TableName;
import org.ctavo.adql.tree.TableReference;
import org.ctavo.adql.tree.TableReference.JoinType;
import org.ctavo.adql.type.AdqlType;

/** Checks what stands in FROM. For one query. */
final class FromChecker {
    private final Context context;
    private final QueryChecker queries;

    FromChecker(Context context, QueryChecker queries) {
        this.context = context;
        this.queries = queries;
    }

    /** The tables of a FROM and what can be seen of them. */
    record From(List<Table> tables, Scope scope) {}

    /** A table and what can be seen of it. */
    private record Placed(Table table, FromItem item) {}

    From from(List<TableReference> references, Optional<Scope> outer) {
        List<Table> tables = new ArrayList<>();
        List<FromItem> items = new ArrayList<>();
        for (TableReference reference : references) {
            Placed placed = reference(reference, outer);
            tables.add(placed.table());
            items.add(placed.item());
        }
        Scope scope = new Scope(context, items, outer);
        repeated(scope, references);
        return new From(tables, scope);
    }

    /** Two tables of one name could not be told apart. */
    private void repeated(Scope scope, List<TableReference> references) {
        Set<String> names = new HashSet<>();
        for (Source source : scope.sources()) {
            if (!names.add(source.shown().toLowerCase(Locale.ROOT)) && context.knowsTables()) {
                context.fault(
                        AdqlCode.REPEATED_TABLE,
                        references.get(references.size() - 1).span(),
                        "FROM has two tables of the name `" + source.shown() + "`",
                        "give each of them a name of its own by AS");
            }
        }
    }

    private Placed reference(TableReference reference, Optional<Scope> outer) {
        if (reference instanceof TableReference.NamedTable table) {
            return named(table);
        }
        if (reference instanceof TableReference.DerivedTable derived) {
            QueryChecker.Checked checked = queries.rows(derived.query(), outer);
            int id = context.nextOccurrence();
            return new Placed(
                    new Table.Derived(id, checked.rows()),
                    new FromItem.Single(
                            new OutputSource(id, derived.alias(), checked.rows().outputs(), checked.open())));
        }
        TableReference.Joined joined = (TableReference.Joined) reference;
        Placed left = reference(joined.first(), outer);
        for (TableReference.JoinStep step : joined.steps()) {
            left = join(left, reference(step.table(), outer), step, outer);
        }
        return left;
    }

    private Placed named(TableReference.NamedTable reference) {
        int id = context.nextOccurrence();
        TableName name = reference.name();
        if (name.parts().size() == 1) {
            for (CommonTableSource common : context.commonTables()) {
                if (name.table().means(common.name().text())) {
                    Identifier shown = reference.alias().orElse(common.name());
                    return new Placed(
                            new Table.Common(id, common.id()),
                            new FromItem.Single(
                                    new OutputSource(id, shown, common.rows().outputs(), common.open())));
                }
            }
        }
        Optional<KnownTable> table = context.metadata().flatMap(metadata -> table(metadata, name));
        if (table.isPresent()) {
            return new Placed(
                    new Table.Base(id, table.get()),
                    new FromItem.Single(new TableSource(id, table.get(), reference.alias())));
        }
        // Not known, and told where it should be: every column of it passes.
        return new Placed(
                new Table.Common(id, 0),
                new FromItem.Single(new OutputSource(id, reference.alias().orElse(name.table()), List.of(), true)));
    }

    private Optional<KnownTable> table(Metadata metadata, TableName name) {
        List<KnownTable> found = metadata.named(name.table().key()).stream()
                .filter(table -> table.isMeantBy(name))
                .toList();
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        if (found.isEmpty()) {
            noSuchTable(metadata, name);
        } else {
            List<String> names = found.stream()
                    .map(table -> "`" + table.description().name() + "`")
                    .toList();
            context.fault(
                    AdqlCode.AMBIGUOUS_TABLE,
                    name.span(),
                    "`" + name.written() + "` can mean several tables",
                    "write " + String.join(" or ", names));
        }
        return Optional.empty();
    }

    private void noSuchTable(Metadata metadata, TableName name) {
        Set<String> known = new LinkedHashSet<>();
        context.commonTables().forEach(common -> known.add(common.name().written()));
        metadata.all().forEach(table -> known.add(table.description().name()));
        // The right table in the wrong schema, a slip in the whole name, or one in the table's own name.
        Optional<String> nearest = metadata.named(name.table().key()).stream()
                .findFirst()
                .map(table -> table.description().name())
                .or(() -> Nearest.of(name.written(), known))
                .or(() -> metadata.all().stream()
                        .filter(table -> Nearest.of(
                                        name.table().text(),
                                        List.of(table.name().text()))
                                .isPresent())
                        .findFirst()
                        .map(table -> table.description().name()));
        boolean upload = name.parts().get(0).key().equals("tap_upload");
        context.fault(
                AdqlCode.NO_SUCH_TABLE,
                name.span(),
                "`" + name.written() + "`: no such table" + (upload ? " was uploaded with the query" : ""),
                nearest.map(near -> "did you mean `" + near + "`?")
                        .orElse("the tables are listed in TAP_SCHEMA.tables"));
    }

    private Placed join(Placed left, Placed right, TableReference.JoinStep step, Optional<Scope> outer) {
        JoinType type = step.type();
        if (step.match() instanceof TableReference.On on) {
            FromItem item = new FromItem.Joined(left.item(), right.item(), List.of(), Set.of());
            Scope scope = new Scope(context, List.of(item), outer);
            ValueChecker values = new ValueChecker(context, queries, scope, Aggregates.refused("ON"), Optional.empty());
            Test test = new TestChecker(context, queries, values, scope).test(on.condition());
            return new Placed(new Table.Join(type, left.table(), right.table(), Optional.of(test)), item);
        }
        List<Identifier> names = step.match() instanceof TableReference.Using using
                ? using.columns()
                : commonNames(left.item(), right.item());
        List<Source.Column> merged = new ArrayList<>();
        Set<Value> hidden = new HashSet<>();
        List<Test> tests = new ArrayList<>();
        for (Identifier name : names) {
            Optional<Source.Column> a = side(left.item(), name, "left");
            Optional<Source.Column> b = side(right.item(), name, "right");
            if (a.isPresent() && b.isPresent()) {
                merge(type, a.get(), b.get(), name, merged, tests);
                hidden.add(a.get().value());
                hidden.add(b.get().value());
            }
        }
        Optional<Test> test = tests.isEmpty() ? Optional.empty() : Optional.of(new Test.And(tests));
        return new Placed(
                new Table.Join(type, left.table(), right.table(), test),
                new FromItem.Joined(left.item(), right.item(), merged, hidden));
    }

    private static List<Identifier> commonNames(FromItem left, FromItem right) {
        List<Identifier> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Source.Column column : left.columns()) {
            Identifier name = Identifier.regular(column.name());
            if (!right.find(name).isEmpty() && seen.add(name.key())) {
                names.add(name);
            }
        }
        return names;
    }

    private Optional<Source.Column> side(FromItem item, Identifier name, String side) {
        List<Source.Column> found = item.find(name);
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        boolean open = item.sources().stream().anyMatch(Source::isOpen);
        if (!open && context.knowsTables()) {
            Set<String> names = new LinkedHashSet<>();
            item.columns().forEach(column -> names.add(column.name()));
            context.fault(
                    found.isEmpty() ? AdqlCode.NO_SUCH_COLUMN : AdqlCode.AMBIGUOUS_COLUMN,
                    name.span(),
                    "`" + name.written() + "`: "
                            + (found.isEmpty() ? "no such column" : "several columns of that name")
                            + " on the " + side + " of this JOIN",
                    found.isEmpty()
                            ? Nearest.of(name.text(), names)
                                    .map(near -> "did you mean `" + Names.written(near) + "`?")
                                    .orElse("join by ON")
                            : "join by ON");
        }
        return Optional.empty();
    }

    private void merge(
            JoinType type,
            Source.Column left,
            Source.Column right,
            Identifier name,
            List<Source.Column> merged,
            List<Test> tests) {
        AdqlType a = left.value().type();
        AdqlType b = right.value().type();
        Optional<AdqlType> common = AdqlType.common(a, b);
        if (common.isEmpty()) {
            context.fault(
                    AdqlCode.WRONG_TYPE,
                    name.span(),
                    "`" + name.text() + "` is " + a.noun() + " on the left of this JOIN and " + b.noun()
                            + " on the right",
                    "join by ON");
            return;
        }
        tests.add(new Test.Comparison(Comparator.EQUAL, left.value(), right.value()));
        Source.Column shown = type == JoinType.RIGHT ? right : left;
        Value value = type == JoinType.FULL
                ? new Value.Merged(List.of(left.value(), right.value()), common.get())
                : shown.value();
        merged.add(new Source.Column(shown.name(), value, shown.description()));
    }
}
