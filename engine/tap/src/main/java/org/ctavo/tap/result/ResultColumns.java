package org.ctavo.tap.result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.ctavo.adql.type.PgType;
import org.ctavo.spi.ColumnDescription;

/** The columns of a result. Immutable, and made once for a query however often it runs. */
public final class ResultColumns {
    private static final Pattern XML_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final List<OutputColumn> list;
    private final String fields;

    /** Columns of the given descriptions, in order, and the types in which PostgreSQL sends them. */
    public ResultColumns(List<ColumnDescription> descriptions, List<PgType> types) {
        List<OutputColumn> columns = new ArrayList<>(descriptions.size());
        // VOTable's identifiers share one space with those of COOSYS and TIMESYS.
        Set<String> taken = new HashSet<>(Set.of(VOTableFields.COOSYS_ID, VOTableFields.TIMESYS_ID));
        for (ColumnDescription description : descriptions) {
            String name = description.name();
            String id = XML_NAME.matcher(name).matches() ? name : "col" + (columns.size() + 1);
            while (!taken.add(id)) {
                id = id + "_" + (columns.size() + 1);
            }
            CellType cell = CellType.of(description, types.get(columns.size()));
            columns.add(new OutputColumn(name, id, description, cell));
        }
        this.list = List.copyOf(columns);
        this.fields = VOTableFields.write(list);
    }

    private ResultColumns(List<OutputColumn> list) {
        this.list = List.copyOf(list);
        this.fields = VOTableFields.write(this.list);
    }

    /** The same with other UCDs for some columns, by their names. */
    public ResultColumns withUcds(Map<String, String> ucds) {
        if (ucds.isEmpty()) {
            return this;
        }
        return new ResultColumns(list.stream()
                .map(column -> ucds.containsKey(column.name())
                        ? new OutputColumn(
                                column.name(),
                                column.id(),
                                column.description().withUcd(ucds.get(column.name())),
                                column.cell())
                        : column)
                .toList());
    }

    /** The columns in order. */
    public List<OutputColumn> list() {
        return list;
    }

    /** Their descriptions, in order. */
    public List<ColumnDescription> descriptions() {
        return list.stream().map(OutputColumn::description).toList();
    }

    /** COOSYS, TIMESYS, TABLE (its start tag) and FIELDs as VOTable text, without VALUES. */
    String fields() {
        return fields;
    }

    /** The column of this name, in any case. */
    public Optional<OutputColumn> named(String name) {
        return list.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
