package org.ctavo.adql.sql;

import java.util.List;
import java.util.stream.Collectors;

import org.ctavo.adql.checked.CheckedQuery;
import org.ctavo.adql.checked.Rows;
import org.ctavo.adql.checked.Table;
import org.ctavo.adql.checked.Test;
import org.ctavo.adql.checked.Value;
import org.ctavo.adql.type.PgType;

/** Writes simple queries as PostgreSQL: columns and constants of tables, with conditions and an order. */
public final class PostgresTranslator {

    /**
     * Translates a query.
     *
     * @param query the query
     * @param rowLimit at most that many rows are returned
     */
    public Translation translate(CheckedQuery query, long rowLimit) {
        List<ResultColumn> columns = query.columns().stream()
                .map(column -> new ResultColumn(column, PgType.of(column)))
                .toList();
        StringBuilder sql = new StringBuilder("SELECT ");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i > 0 ? ", " : "")
                    .append("r.")
                    .append(quoted(query.rows().outputs().get(i).name()))
                    .append("::pg_catalog.")
                    .append(columns.get(i).type().sqlName());
        }
        sql.append(" FROM (").append(rows(query.rows())).append(") AS r LIMIT ").append(rowLimit);
        return new Translation(sql.toString(), columns);
    }

    private static String rows(Rows rows) {
        if (!(rows.body() instanceof Rows.Select select)) {
            throw new UnsupportedOperationException("set operators");
        }
        StringBuilder sql = new StringBuilder(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
        sql.append(select.items().stream()
                .map(item -> value(item.value()) + " AS " + quoted(item.output().name()))
                .collect(Collectors.joining(", ")));
        sql.append(" FROM ");
        sql.append(select.from().stream().map(PostgresTranslator::table).collect(Collectors.joining(", ")));
        select.where().ifPresent(test -> sql.append(" WHERE ").append(test(test)));
        if (!rows.orderBy().isEmpty()) {
            sql.append(" ORDER BY ")
                    .append(rows.orderBy().stream().map(PostgresTranslator::key).collect(Collectors.joining(", ")));
        }
        rows.offset().ifPresent(offset -> sql.append(" OFFSET ").append(offset));
        select.top().ifPresent(top -> sql.append(" LIMIT ").append(top));
        return sql.toString();
    }

    private static String key(Rows.Key key) {
        String direction = key.descending() ? " DESC" : "";
        if (key instanceof Rows.ByOutput output) {
            return (output.index() + 1) + direction;
        }
        return value(((Rows.ByValue) key).value()) + direction;
    }

    private static String table(Table table) {
        if (table instanceof Table.Base base) {
            return base.table().sqlName() + " AS t" + base.id();
        }
        if (table instanceof Table.Derived derived) {
            return "(" + rows(derived.rows()) + ") AS t" + derived.id();
        }
        throw new UnsupportedOperationException(table.toString());
    }

    private static String value(Value value) {
        if (value instanceof Value.Column column) {
            return "t" + column.table() + "." + quoted(column.name());
        }
        if (value instanceof Value.Constant constant) {
            return constant.value().toString();
        }
        if (value instanceof Value.Text text) {
            return "'" + text.value().replace("'", "''") + "'";
        }
        if (value instanceof Value.Null) {
            return "NULL";
        }
        if (value instanceof Value.Aggregate aggregate && aggregate.argument().isEmpty()) {
            return "pg_catalog.count(*)";
        }
        throw new UnsupportedOperationException(value.toString());
    }

    private static String test(Test test) {
        if (test instanceof Test.And and) {
            return and.tests().stream().map(PostgresTranslator::test).collect(Collectors.joining(" AND ", "(", ")"));
        }
        if (test instanceof Test.Or or) {
            return or.tests().stream().map(PostgresTranslator::test).collect(Collectors.joining(" OR ", "(", ")"));
        }
        if (test instanceof Test.Not not) {
            return "(NOT " + test(not.test()) + ")";
        }
        if (test instanceof Test.Comparison comparison) {
            return "(" + value(comparison.left()) + " "
                    + comparison.comparator().symbol() + " " + value(comparison.right()) + ")";
        }
        if (test instanceof Test.NullTest isNull) {
            return "(" + value(isNull.operand()) + (isNull.negated() ? " IS NOT NULL)" : " IS NULL)");
        }
        throw new UnsupportedOperationException(test.toString());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
