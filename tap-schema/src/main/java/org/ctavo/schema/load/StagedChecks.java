package org.ctavo.schema.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type;
import org.ctavo.schema.relational.Column;
import org.ctavo.schema.relational.Constraint;
import org.ctavo.schema.relational.Link;
import org.ctavo.schema.relational.RelationalSchema;
import org.ctavo.schema.relational.Table;

/** What can only be told once all rows are there: keys, references, rules. Belongs to one thread. */
final class StagedChecks {
    private final Connection connection;
    private final Model model;
    private final RelationalSchema schema;
    private final Map<String, Staged> staged;
    private final CellFaults faults;

    StagedChecks(
            Connection connection,
            Model model,
            RelationalSchema schema,
            Map<String, Staged> staged,
            CellFaults faults) {
        this.connection = connection;
        this.model = model;
        this.schema = schema;
        this.staged = staged;
        this.faults = faults;
    }

    void run() throws SQLException {
        for (Staged file : staged.values()) {
            unique(file, file.table().primaryKey(), "the key");
            for (Constraint constraint : file.table().constraints()) {
                constraint(file, constraint);
            }
            for (Link link : file.table().links()) {
                if (link.enforced()) {
                    reference(file, link);
                }
            }
        }
        for (Type.ObjectType type : model.objectTypes()) {
            for (Property property : type.properties()) {
                if (property.multiplicity().isMandatory()
                        && property.multiplicity().isMany()) {
                    atLeastOne(property);
                }
            }
        }
    }

    private void constraint(Staged file, Constraint constraint) throws SQLException {
        String inner = constraint
                .sql()
                .substring(constraint.sql().indexOf('(') + 1, constraint.sql().length() - 1);
        if (constraint.sql().startsWith("UNIQUE")) {
            List<String> names = List.of(inner.split(", ", -1));
            unique(file, names, "the value");
            taken(file, names);
        } else {
            // The name of a column in a rule is the name of the staged column.
            String about = file.table().columns().stream()
                    .map(Column::name)
                    .filter(name -> inner.matches("(?s).*\\b" + name + "\\b.*"))
                    .collect(Collectors.joining(", "));
            told(
                    file,
                    about,
                    "SELECT s.staged_row FROM " + file.sql() + " AS s WHERE NOT (" + inner + ")",
                    "breaks the rule " + inner);
        }
    }

    private void unique(Staged file, List<String> names, String what) throws SQLException {
        if (!file.has(names)) {
            return;
        }
        String list = String.join(", ", names);
        told(
                file,
                list,
                "SELECT d.staged_row FROM (SELECT s.staged_row, row_number() OVER (PARTITION BY " + list
                        + " ORDER BY s.staged_row) AS nth FROM " + file.sql() + " AS s WHERE "
                        + allGiven("s", names) + ") AS d WHERE d.nth > 1",
                "repeats " + what + " of an earlier row");
    }

    /** Values that must be unique and that another row of the database has. */
    private void taken(Staged file, List<String> names) throws SQLException {
        String others = file.table().primaryKey().stream()
                .map(key -> "t." + key + " = s." + key)
                .collect(Collectors.joining(" AND "));
        told(
                file,
                String.join(", ", names),
                "SELECT s.staged_row FROM " + file.sql() + " AS s JOIN " + name(file.table()) + " AS t ON "
                        + joined("s", names, "t", names) + " WHERE (" + others + ") IS NOT TRUE",
                "has the value of another row in the database");
    }

    private void reference(Staged file, Link link) throws SQLException {
        if (!file.has(link.columns())) {
            return;
        }
        Table target = schema.table(link.target()).orElseThrow();
        String known = "EXISTS (SELECT FROM " + name(target) + " AS t WHERE "
                + joined("s", link.columns(), "t", link.targetColumns()) + ")";
        Staged other = staged.get(target.name());
        String arriving = other == null
                ? ""
                : " AND NOT EXISTS (SELECT FROM " + other.sql() + " AS o WHERE "
                        + joined("s", link.columns(), "o", link.targetColumns()) + ")";
        told(
                file,
                String.join(", ", link.columns()),
                "SELECT s.staged_row FROM " + file.sql() + " AS s WHERE " + allGiven("s", link.columns()) + " AND NOT "
                        + known + arriving,
                "refers to a row of " + target.name() + " that is neither in the database nor in the files");
    }

    /** Properties of at least one value, whose values are rows of another table. */
    private void atLeastOne(Property property) throws SQLException {
        String utype = model.name() + ":" + property.head().id();
        for (Table table : schema.tables()) {
            Optional<Link> owner = table.links().stream()
                    .filter(link -> link.isPart() && link.utype().equals(utype))
                    .findFirst();
            if (owner.isEmpty() || !staged.containsKey(owner.get().target())) {
                continue;
            }
            Link link = owner.get();
            Staged file = staged.get(link.target());
            Staged parts = staged.get(table.name());
            String arriving = parts == null
                    ? ""
                    : " AND NOT EXISTS (SELECT FROM " + parts.sql() + " AS o WHERE "
                            + joined("s", link.targetColumns(), "o", link.columns()) + ")";
            told(
                    file,
                    String.join(", ", link.targetColumns()),
                    "SELECT s.staged_row FROM " + file.sql() + " AS s WHERE NOT EXISTS (SELECT FROM " + name(table)
                            + " AS t WHERE " + joined("s", link.targetColumns(), "t", link.columns()) + ")" + arriving,
                    "has no row in " + table.name() + ", and needs at least one");
        }
    }

    private void told(Staged file, String columns, String query, String message) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(CellFaults.MOST_KEPT);
            try (ResultSet rows = statement.executeQuery(query + " ORDER BY 1")) {
                while (rows.next()) {
                    faults.add(file.file(), rows.getLong(1), columns.isEmpty() ? null : columns, message);
                }
            }
        }
    }

    private String name(Table table) {
        return schema.name() + "." + table.name();
    }

    private static String allGiven(String alias, List<String> names) {
        return names.stream().map(name -> alias + "." + name + " IS NOT NULL").collect(Collectors.joining(" AND "));
    }

    private static String joined(String left, List<String> names, String right, List<String> others) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> left + "." + names.get(i) + " = " + right + "." + others.get(i))
                .collect(Collectors.joining(" AND "));
    }
}
