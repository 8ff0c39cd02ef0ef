package org.ctavo.schema.tableset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/** Holds descriptions of tables against the tables themselves. Belongs to one thread. */
public final class TablesetCheck {
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name");
    private static final Map<String, Set<String>> SCALARS = Map.of(
            "boolean", Set.of("bool"),
            "unsignedByte", Set.of("int2"),
            "short", Set.of("int2"),
            "int", Set.of("int4"),
            "long", Set.of("int8"),
            "float", Set.of("float4"),
            "double", Set.of("float8"),
            "char", TEXTS,
            "unicodeChar", TEXTS);
    private static final Set<String> GEOMETRIES = Set.of("adql:REGION", "point", "circle", "polygon", "shape");
    private static final String COLUMNS =
            "SELECT a.attname, t.typname, pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT')"
                    + " FROM pg_catalog.pg_class AS c"
                    + " JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace"
                    + " JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid"
                    + " JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid"
                    + " WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'v', 'm', 'p', 'f')"
                    + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";

    private final Connection connection;
    private final Map<String, TableDescription> described = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    private record RealColumn(String type, boolean isReadable) {}

    private TablesetCheck(Connection connection) {
        this.connection = connection;
    }

    /**
     * Looks for what differs.
     *
     * @param query a connection under the role that queries run under: what it may not read is a difference
     * @param schemas the descriptions
     * @return empty if all is well
     */
    public static List<Difference> differences(Connection query, List<SchemaDescription> schemas) throws SQLException {
        TablesetCheck check = new TablesetCheck(query);
        for (SchemaDescription schema : schemas) {
            schema.tables().forEach(table -> check.described.put(table.name(), table));
        }
        for (TableDescription table : check.described.values()) {
            check.table(table);
        }
        return List.copyOf(check.differences);
    }

    private void table(TableDescription table) throws SQLException {
        Map<String, RealColumn> real = realColumns(table.name());
        if (real.isEmpty()) {
            harm(table, "The database has no table or view " + table.name() + ".");
            return;
        }
        for (ColumnDescription column : table.columns()) {
            column(table, column, real.remove(bare(column.name())));
        }
        for (ForeignKey key : table.foreignKeys()) {
            key(table, key);
        }
        if (!real.isEmpty()) {
            differences.add(new Difference(
                    table.name(),
                    "Columns of " + table.name() + " that are not described, and not published: "
                            + String.join(", ", real.keySet()) + ".",
                    true));
        }
    }

    private Map<String, RealColumn> realColumns(String table) throws SQLException {
        int dot = table.indexOf('.');
        Map<String, RealColumn> columns = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
            select.setString(1, bare(table.substring(0, Math.max(dot, 0))));
            select.setString(2, bare(table.substring(dot + 1)));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString(1), new RealColumn(rows.getString(2), rows.getBoolean(3)));
                }
            }
        }
        return columns;
    }

    private void column(TableDescription table, ColumnDescription column, RealColumn real) {
        String name = table.name() + "." + column.name();
        if (real == null) {
            harm(table, "Column " + name + " is described, but the table has none of that name.");
        } else if (!accepted(column).contains(real.type())) {
            harm(
                    table,
                    "Column " + name + " is described as " + column.datatype()
                            + column.arraysize().map(size -> " " + size).orElse("")
                            + column.xtype().map(xtype -> " (" + xtype + ")").orElse("") + ", but the table has "
                            + real.type() + "; expected "
                            + String.join(
                                    " or ", accepted(column).stream().sorted().toList())
                            + ".");
        } else if (!real.isReadable()) {
            harm(table, "Column " + name + " may not be read by the query role; grant it SELECT.");
        }
    }

    private static Set<String> accepted(ColumnDescription column) {
        String xtype = column.xtype().orElse("");
        if (xtype.equals("timestamp")) {
            return Set.of("timestamp");
        }
        if (GEOMETRIES.contains(xtype)) {
            return Set.of("_float8");
        }
        boolean isText = column.datatype().equals("char") || column.datatype().equals("unicodeChar");
        if (column.arraysize().isPresent() && !isText) {
            return switch (column.datatype()) {
                case "double" -> Set.of("_float8");
                case "float" -> Set.of("_float4");
                case "long" -> Set.of("_int8");
                case "int" -> Set.of("_int4");
                case "boolean" -> Set.of("_bool");
                default -> Set.of("_int2");
            };
        }
        return SCALARS.getOrDefault(column.datatype(), Set.of());
    }

    private void key(TableDescription table, ForeignKey key) {
        TableDescription target = described.get(key.targetTable());
        if (target == null) {
            harm(
                    table,
                    "A foreign key of " + table.name() + " refers to " + key.targetTable()
                            + ", which is not described.");
            return;
        }
        for (ForeignKey.ColumnPair pair : key.columns()) {
            has(table, table, pair.from());
            has(table, target, pair.target());
        }
    }

    private void has(TableDescription table, TableDescription holder, String column) {
        if (holder.columns().stream().noneMatch(known -> known.name().equals(column))) {
            harm(
                    table,
                    "A foreign key of " + table.name() + " names column " + column + ", which " + holder.name()
                            + " does not describe.");
        }
    }

    private void harm(TableDescription table, String message) {
        differences.add(new Difference(table.name(), message, false));
    }

    /** The name the database knows: a delimited identifier without its quotes, any other in lower case. */
    private static String bare(String name) {
        return name.startsWith("\"") && name.endsWith("\"") && name.length() > 1
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
