package org.ctavo.adql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ctavo.adql.checked.Rows;
import org.ctavo.adql.checked.Table;
import org.ctavo.adql.checked.Test;
import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.tree.Comparator;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.tree.TableReference.JoinType;
import org.ctavo.adql.type.PgType;

/** Queries and their tables. */
final class RowsWriter {
    private final SqlWriter writer;

    /** What a column is to be. */
    private record Wanted(String name, PgType type) {}

    RowsWriter(SqlWriter writer) {
        this.writer = writer;
    }

    /** What SQL calls a common table. */
    static String commonTable(int id) {
        return "c" + id;
    }

    /** What SQL calls a table occurrence. */
    static String alias(int id) {
        return "t" + id;
    }

    /** The whole query: every column of exactly the type asked for. */
    String result(Rows rows, List<PgType> types, long rowLimit) {
        // Names of results are in their descriptions; here they need only differ.
        List<Wanted> wanted = IntStream.range(0, types.size())
                .mapToObj(i -> new Wanted("r" + i, types.get(i)))
                .toList();
        return rows(rows, Optional.of(wanted), OptionalLong.of(rowLimit));
    }

    /** A query within another. */
    String subquery(Rows rows) {
        return rows(rows, Optional.empty(), OptionalLong.empty());
    }

    private String rows(Rows rows, Optional<List<Wanted>> wanted, OptionalLong limit) {
        Rows.Body body = rows.body();
        if (body instanceof Rows.Nested nested
                && rows.orderBy().isEmpty()
                && rows.offset().isEmpty()) {
            return rows(nested.rows(), wanted, limit);
        }
        StringBuilder sql = new StringBuilder(unlimited(body, wanted));
        if (!rows.orderBy().isEmpty()) {
            sql.append(rows.orderBy().stream()
                    .map(key -> key(key, body))
                    .collect(Collectors.joining(", ", " ORDER BY ", "")));
        }
        OptionalLong least = least(body instanceof Rows.Select select ? select.top() : OptionalLong.empty(), limit);
        least.ifPresent(most -> sql.append(" LIMIT ").append(most));
        rows.offset().ifPresent(offset -> sql.append(" OFFSET ").append(offset));
        return sql.toString();
    }

    private static OptionalLong least(OptionalLong a, OptionalLong b) {
        return a.isPresent() && b.isPresent()
                ? OptionalLong.of(Math.min(a.getAsLong(), b.getAsLong()))
                : a.isPresent() ? a : b;
    }

    /** Without TOP, which takes its place after the order. */
    private String unlimited(Rows.Body body, Optional<List<Wanted>> wanted) {
        if (body instanceof Rows.Select select) {
            return select(select, wanted);
        }
        if (body instanceof Rows.Nested nested) {
            return "(" + rows(nested.rows(), wanted, OptionalLong.empty()) + ")";
        }
        Rows.SetChain chain = (Rows.SetChain) body;
        Optional<List<Wanted>> common = wanted.or(() -> Optional.of(chain.outputs().stream()
                .map(output -> new Wanted(output.name(), SqlText.pgType(output.type())))
                .toList()));
        StringBuilder sql = new StringBuilder(operand(chain.first(), common));
        for (Rows.SetStep step : chain.steps()) {
            sql.append(' ')
                    .append(step.operator().name())
                    .append(step.all() ? " ALL " : " ")
                    .append(operand(step.operand(), common));
        }
        return sql.toString();
    }

    private String operand(Rows.Body body, Optional<List<Wanted>> wanted) {
        String limit = body instanceof Rows.Select select && select.top().isPresent()
                ? " LIMIT " + select.top().getAsLong()
                : "";
        return "(" + unlimited(body, wanted) + limit + ")";
    }

    private String select(Rows.Select select, Optional<List<Wanted>> wanted) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < select.items().size(); i++) {
            Rows.Item item = select.items().get(i);
            String value = wanted.isPresent()
                    ? typed(item.value(), wanted.get().get(i).type())
                    : writer.values().sql(item.value());
            String name = wanted.isPresent()
                    ? wanted.get().get(i).name()
                    : item.output().name();
            items.add(value + " AS " + SqlText.name(name));
        }
        StringBuilder sql = new StringBuilder(select.distinct() ? "SELECT DISTINCT " : "SELECT ")
                .append(String.join(", ", items))
                .append(" FROM ")
                .append(select.from().stream().map(this::table).collect(Collectors.joining(", ")));
        select.where()
                .ifPresent(test -> sql.append(" WHERE ").append(writer.tests().sql(test)));
        if (!select.groupBy().isEmpty()) {
            sql.append(
                    select.groupBy().stream().map(this::groupKey).collect(Collectors.joining(", ", " GROUP BY ", "")));
        }
        select.having()
                .ifPresent(test -> sql.append(" HAVING ").append(writer.tests().sql(test)));
        return sql.toString();
    }

    private String typed(Value value, PgType type) {
        if (!(value instanceof Value.Column)
                && SqlText.pgType(value.type()) == type
                && !value.type().isWild()) {
            return writer.values().sql(value);
        }
        return value instanceof Value.Null
                ? "NULL" + SqlText.cast(type)
                : writer.values().sql(value) + SqlText.cast(type);
    }

    private String groupKey(Value value) {
        // A bare number, with a sign or not, would be the place of a column.
        String sql = writer.values().sql(value);
        return Constants.number(value).isPresent() ? SqlText.cast(sql, value.type()) : sql;
    }

    private String key(Rows.Key key, Rows.Body body) {
        Optional<Rows.Select> select = body instanceof Rows.Select s ? Optional.of(s) : Optional.empty();
        Optional<Value> value = key instanceof Rows.ByValue by
                ? Optional.of(by.value())
                : select.map(s -> s.items().get(((Rows.ByOutput) key).index()).value());
        boolean plain = select.isPresent()
                && !select.get().distinct()
                && select.get().groupBy().isEmpty()
                && !key.descending();
        Optional<String> nearest = plain ? value.flatMap(writer.regions()::nearestFirst) : Optional.empty();
        if (nearest.isPresent()) {
            return nearest.get();
        }
        return place(key, select).map(Object::toString).orElseGet(() -> groupKey(value.orElseThrow()))
                + (key.descending() ? " DESC" : "");
    }

    /** The place of a sort key among the columns, from 1: a DISTINCT query is sorted by what it selects. */
    private static Optional<Integer> place(Rows.Key key, Optional<Rows.Select> select) {
        if (key instanceof Rows.ByOutput by) {
            return Optional.of(by.index() + 1);
        }
        List<Value> values =
                select.orElseThrow().items().stream().map(Rows.Item::value).toList();
        int index = values.indexOf(((Rows.ByValue) key).value());
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }

    private String table(Table table) {
        if (table instanceof Table.Base base) {
            return base.table().sqlName() + " AS " + alias(base.id());
        }
        if (table instanceof Table.Derived derived) {
            return "(" + subquery(derived.rows()) + ") AS " + alias(derived.id());
        }
        if (table instanceof Table.Common common) {
            return commonTable(common.commonTable()) + " AS " + alias(common.id());
        }
        Table.Join join = (Table.Join) table;
        if (join.type() == JoinType.FULL
                && !join.condition().map(RowsWriter::hasEquality).orElse(true)) {
            writer.faults()
                    .add(
                            AdqlCode.FEATURE_OFF,
                            Span.NONE,
                            "a FULL JOIN here needs an equality in its condition",
                            "join with LEFT and RIGHT, and unite the results");
        }
        String condition = join.condition().map(writer.tests()::sql).orElse("TRUE");
        return "(" + table(join.left()) + joined(join.type()) + table(join.right()) + " ON " + condition + ")";
    }

    /** PostgreSQL joins FULL by sorting or hashing equal values only. */
    private static boolean hasEquality(Test test) {
        if (test instanceof Test.And and) {
            return and.tests().stream().anyMatch(RowsWriter::hasEquality);
        }
        return test instanceof Test.Comparison comparison
                && comparison.comparator() == Comparator.EQUAL
                && Constants.number(comparison.left()).isEmpty()
                && Constants.number(comparison.right()).isEmpty();
    }

    private static String joined(JoinType type) {
        return type == JoinType.INNER ? " JOIN " : " " + type.name() + " JOIN ";
    }
}
