package org.ctavo.schema.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ctavo.schema.relational.Column;
import org.ctavo.schema.relational.RelationalSchema;
import org.ctavo.schema.relational.Sql;
import org.ctavo.schema.relational.Table;

/**
 * Writes the way from one state of a schema to the next, for someone to review. What would lose data stands in a
 * comment, and what may fail on existing rows is marked.
 */
public final class MigrationWriter {
    private final String schema;
    private final List<String> statements = new ArrayList<>();

    private MigrationWriter(String schema) {
        this.schema = schema;
    }

    /** The migration; empty if there is nothing to do. */
    public static String migration(RelationalSchema before, RelationalSchema after) {
        MigrationWriter writer = new MigrationWriter(after.name());
        writer.run(before, after);
        return String.join("", writer.statements);
    }

    private void run(RelationalSchema before, RelationalSchema after) {
        List<Table> created = after.tables().stream()
                .filter(table -> before.table(table.name()).isEmpty())
                .toList();
        // Constraints that keep the old state go first, those of the new state come last.
        kept(before, after, this::drop);
        created.forEach(table -> statements.add(DdlWriter.table(schema, table)));
        kept(before, after, this::columns);
        kept(before, after, this::add);
        for (Table table : created) {
            table.links().forEach(link -> statements.add(DdlWriter.link(schema, table, link)));
            table.indexes().forEach(index -> statements.add(DdlWriter.index(schema, table, index)));
        }
        created.forEach(table -> statements.addAll(DdlWriter.comments(schema, table)));
        before.tables().stream()
                .filter(table -> after.table(table.name()).isEmpty())
                .forEach(table -> loses("DROP TABLE " + schema + "." + table.name() + ";"));
        statements.removeIf(String::isEmpty);
    }

    private interface Step {
        void between(Table before, Table after);
    }

    private static void kept(RelationalSchema before, RelationalSchema after, Step step) {
        for (Table table : after.tables()) {
            before.table(table.name()).ifPresent(old -> step.between(old, table));
        }
    }

    private void drop(Table before, Table after) {
        gone(before.links(), after.links(), link -> DdlWriter.link(schema, before, link))
                .forEach(link -> {
                    if (link.enforced()) {
                        alter(after, "DROP CONSTRAINT " + link.name());
                    }
                });
        gone(before.indexes(), after.indexes(), index -> DdlWriter.index(schema, before, index))
                .forEach(index -> statements.add("DROP INDEX " + schema + "." + index.name() + ";\n"));
        gone(before.constraints(), after.constraints(), DdlWriter::constraint)
                .forEach(constraint -> alter(after, "DROP CONSTRAINT " + constraint.name()));
        if (!before.primaryKey().equals(after.primaryKey())
                && !before.primaryKey().isEmpty()) {
            alter(after, "DROP CONSTRAINT " + before.name() + "_pkey CASCADE");
        }
    }

    private void columns(Table before, Table after) {
        for (Column column : after.columns()) {
            Optional<Column> old = before.column(column.name());
            if (old.isEmpty()) {
                if (!column.nullable() && column.defaultSql().isEmpty() && !column.generated()) {
                    statements.add("-- REVIEW: fails while the table has rows; give them a value first.\n");
                }
                alter(after, "ADD COLUMN " + DdlWriter.column(column));
            } else {
                column(after, old.get(), column);
            }
        }
        for (Column column : before.columns()) {
            if (after.column(column.name()).isEmpty()) {
                loses("ALTER TABLE " + schema + "." + after.name() + " DROP COLUMN " + column.name() + ";");
            }
        }
    }

    private void column(Table table, Column before, Column after) {
        if (!before.computedSql().equals(after.computedSql())) {
            // PostgreSQL cannot make a column a computed one, nor change what it computes.
            statements.add("-- REVIEW: the column comes anew; add again the keys and constraints that had it.\n");
            alter(table, "DROP COLUMN " + after.name() + ", ADD COLUMN " + DdlWriter.column(after));
            return;
        }
        String alter = "ALTER COLUMN " + after.name() + " ";
        if (before.type() != after.type()) {
            statements.add("-- REVIEW: the type changes.\n");
            alter(
                    table,
                    alter + "TYPE " + after.type().sql() + " USING " + after.name() + "::"
                            + after.type().sql());
        }
        if (!before.defaultSql().equals(after.defaultSql())) {
            alter(
                    table,
                    alter
                            + after.defaultSql()
                                    .map(value -> "SET DEFAULT " + value)
                                    .orElse("DROP DEFAULT"));
        }
        if (before.nullable() && !after.nullable()) {
            statements.add("-- REVIEW: fails while a row has no value.\n");
            alter(table, alter + "SET NOT NULL");
        } else if (!before.nullable() && after.nullable()) {
            alter(table, alter + "DROP NOT NULL");
        }
    }

    private void add(Table before, Table after) {
        if (!before.primaryKey().equals(after.primaryKey())
                && !after.primaryKey().isEmpty()) {
            alter(after, "ADD PRIMARY KEY " + Sql.names(after.primaryKey()));
        }
        gone(after.constraints(), before.constraints(), DdlWriter::constraint)
                .forEach(constraint -> alter(after, "ADD " + DdlWriter.constraint(constraint)));
        gone(after.links(), before.links(), link -> DdlWriter.link(schema, before, link))
                .forEach(link -> statements.add(DdlWriter.link(schema, after, link)));
        gone(after.indexes(), before.indexes(), index -> DdlWriter.index(schema, before, index))
                .forEach(index -> statements.add(DdlWriter.index(schema, after, index)));
        List<String> told = DdlWriter.comments(schema, before);
        DdlWriter.comments(schema, after).stream()
                .filter(comment -> !told.contains(comment))
                .forEach(statements::add);
    }

    /** Those of one list that the other has not, or has otherwise, by what the database sees of them. */
    private static <T> List<T> gone(List<T> list, List<T> others, Function<T, String> sql) {
        Set<String> known = others.stream().map(sql).collect(Collectors.toSet());
        return list.stream().filter(item -> !known.contains(sql.apply(item))).toList();
    }

    private void alter(Table table, String action) {
        statements.add("ALTER TABLE " + schema + "." + table.name() + " " + action + ";\n");
    }

    private void loses(String statement) {
        statements.add("-- REVIEW: loses data.\n-- " + statement + "\n");
    }
}
