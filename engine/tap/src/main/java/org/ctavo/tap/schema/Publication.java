package org.ctavo.tap.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ctavo.adql.metadata.KnownTable;
import org.ctavo.adql.type.PgType;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.Fault;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/** What is to be published, brought together from all plugins and held against the database. */
final class Publication {
    private static final Set<String> TEXT = Set.of("text", "varchar", "bpchar", "name");

    private Publication() {}

    /** Joins the parts of schemas that several plugins describe; the first description wins. */
    static List<SchemaDescription> joined(Collection<SchemaDescription> schemas) {
        Map<String, SchemaDescription> byName = new LinkedHashMap<>();
        for (SchemaDescription schema : schemas) {
            byName.merge(schema.name(), schema, (first, more) -> {
                List<TableDescription> tables = new ArrayList<>(first.tables());
                tables.addAll(more.tables());
                return new SchemaDescription(first.name(), first.description(), first.utype(), tables);
            });
        }
        return List.copyOf(byName.values());
    }

    /** The real names of schemas, as the database knows them. */
    static List<String> realNames(List<SchemaDescription> schemas) {
        return schemas.stream()
                .flatMap(schema -> schema.tables().stream())
                .map(table -> KnownTable.of(table).sqlName())
                .map(name -> name.substring(1, name.indexOf("\".\"") < 0 ? name.length() - 1 : name.indexOf("\".\"")))
                .map(name -> name.replace("\"\"", "\""))
                .distinct()
                .toList();
    }

    /**
     * The same with the flag {@code indexed} as the database has it.
     *
     * @throws Fault {@code METADATA_MISMATCH} that names the first table, column or key that is not as described
     */
    static List<SchemaDescription> checked(List<SchemaDescription> schemas, DatabaseColumns database) {
        Map<String, Set<String>> known = new HashMap<>();
        List<SchemaDescription> checked = new ArrayList<>();
        for (SchemaDescription schema : schemas) {
            List<TableDescription> tables = new ArrayList<>();
            for (TableDescription table : schema.tables()) {
                if (known.containsKey(table.name())) {
                    throw mismatch("Table " + table.name() + " is described twice.");
                }
                tables.add(checked(table, database));
                known.put(table.name(), names(table));
            }
            checked.add(new SchemaDescription(schema.name(), schema.description(), schema.utype(), tables));
        }
        checked.forEach(schema -> schema.tables().forEach(table -> checkKeys(table, known)));
        return checked;
    }

    private static Set<String> names(TableDescription table) {
        Set<String> names = new HashSet<>();
        for (ColumnDescription column : table.columns()) {
            if (!names.add(column.name())) {
                throw mismatch("Column " + column.name() + " of " + table.name() + " is described twice.");
            }
        }
        return names;
    }

    private static TableDescription checked(TableDescription table, DatabaseColumns database) {
        KnownTable place = KnownTable.of(table);
        if (!database.has(place.sqlName())) {
            throw mismatch("Table " + table.name() + " is described, but the database has no such table.");
        }
        List<ColumnDescription> columns = new ArrayList<>();
        for (KnownTable.KnownColumn column : place.columns()) {
            String name = column.description().name() + " of " + table.name();
            DatabaseColumns.Column real = database.column(place.sqlName(), column.sqlName())
                    .orElseThrow(
                            () -> mismatch("Column " + name + " is described, but the database has no such column."));
            PgType type = PgType.of(column.description());
            if (!fits(type, real.type())) {
                throw mismatch("Column " + name + " is described as "
                        + column.description().datatype() + ", which takes " + type.sqlName()
                        + ", but the database has " + real.type() + '.');
            }
            columns.add(column.description().withIndexed(real.indexed()));
        }
        return new TableDescription(
                table.name(), table.isView(), table.description(), table.utype(), columns, table.foreignKeys());
    }

    private static boolean fits(PgType wanted, String real) {
        if (wanted == PgType.TEXT) {
            return TEXT.contains(real);
        }
        String name = wanted.sqlName();
        return real.equals(name.endsWith("[]") ? "_" + name.substring(0, name.length() - 2) : name);
    }

    private static void checkKeys(TableDescription table, Map<String, Set<String>> known) {
        for (ForeignKey key : table.foreignKeys()) {
            for (ForeignKey.ColumnPair pair : key.columns()) {
                checkColumn(table.name(), pair.from(), table, known);
                checkColumn(key.targetTable(), pair.target(), table, known);
            }
        }
    }

    private static void checkColumn(
            String table, String column, TableDescription owner, Map<String, Set<String>> known) {
        if (!known.getOrDefault(table, Set.of()).contains(column)) {
            throw mismatch("A foreign key of " + owner.name() + " names " + column + " of " + table
                    + ", which is not described.");
        }
    }

    private static Fault mismatch(String message) {
        return new Fault(SchemaFault.METADATA_MISMATCH, message);
    }
}
