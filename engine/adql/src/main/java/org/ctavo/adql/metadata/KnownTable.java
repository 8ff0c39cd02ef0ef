package org.ctavo.adql.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.TableName;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.TableDescription;

/**
 * A table with its place in the database. Immutable; equal only to itself.
 */
public final class KnownTable {
    private final TableDescription description;
    private final List<Identifier> name;
    private final String sqlName;
    private final List<KnownColumn> columns;
    private final Map<String, List<KnownColumn>> byName;

    /**
     * A table.
     *
     * @param description its metadata; the name may have a schema before it
     * @param sqlName what SQL calls it, with schema and with quotation marks where they are needed
     */
    public KnownTable(TableDescription description, String sqlName) {
        this.description = description;
        this.name = parts(description.name());
        this.sqlName = sqlName;
        List<KnownColumn> all = new ArrayList<>();
        Map<String, List<KnownColumn>> index = new HashMap<>();
        for (ColumnDescription column : description.columns()) {
            KnownColumn known = KnownColumn.of(column);
            all.add(known);
            index.computeIfAbsent(known.name().toLowerCase(Locale.ROOT), key -> new ArrayList<>(1))
                    .add(known);
        }
        this.columns = List.copyOf(all);
        this.byName = index;
    }

    /**
     * A table that is called in the database as in queries: regular names in lower case, delimited ones exactly.
     */
    public static KnownTable of(TableDescription description) {
        StringBuilder sql = new StringBuilder();
        for (Identifier part : parts(description.name())) {
            String exact = part.delimited() ? part.text() : part.key();
            sql.append(sql.isEmpty() ? "" : ".").append(quoted(exact));
        }
        return new KnownTable(description, sql.toString());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static List<Identifier> parts(String written) {
        List<Identifier> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i <= written.length(); i++) {
            char c = i == written.length() ? '.' : written.charAt(i);
            quoted ^= c == '"';
            if (c == '.' && (!quoted || i == written.length())) {
                parts.add(Identifier.ofMetadata(written.substring(start, i)));
                start = i + 1;
            }
        }
        return List.copyOf(parts);
    }

    /** Its metadata. */
    public TableDescription description() {
        return description;
    }

    /** Its own name, without schema. */
    public Identifier name() {
        return name.get(name.size() - 1);
    }

    /** What SQL calls it: with its schema, safe to be put into SQL. */
    public String sqlName() {
        return sqlName;
    }

    /** Its columns, in the order of {@code SELECT *}. */
    public List<KnownColumn> columns() {
        return columns;
    }

    /** The columns that a name in a query can mean: none, one, or several that differ in case only. */
    public List<KnownColumn> columns(Identifier wanted) {
        List<KnownColumn> found = byName.getOrDefault(wanted.key(), List.of());
        if (wanted.delimited()) {
            return found.stream().filter(c -> wanted.means(c.name())).toList();
        }
        return found;
    }

    /** Whether a name in a query, with as many schemas before it as it has, can mean this table. */
    public boolean isMeantBy(TableName wanted) {
        int given = wanted.parts().size();
        int known = name.size();
        for (int back = 1; back <= given; back++) {
            if (back > known
                    || !wanted.parts()
                            .get(given - back)
                            .means(name.get(known - back).text())) {
                return false;
            }
        }
        return true;
    }

    /**
     * A column with its place in the database.
     *
     * @param name without quotation marks, as metadata show it
     * @param sqlName what SQL calls it, without quotation marks
     * @param description its metadata
     */
    public record KnownColumn(String name, String sqlName, ColumnDescription description) {

        static KnownColumn of(ColumnDescription column) {
            Identifier identifier = Identifier.ofMetadata(column.name());
            return new KnownColumn(
                    identifier.text(), identifier.delimited() ? identifier.text() : identifier.key(), column);
        }
    }

    @Override
    public String toString() {
        return description.name();
    }
}
