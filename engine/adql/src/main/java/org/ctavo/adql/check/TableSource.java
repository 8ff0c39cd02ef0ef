package org.ctavo.adql.check;

import java.util.List;
import java.util.Optional;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.metadata.KnownTable;
import org.ctavo.adql.metadata.KnownTable.KnownColumn;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.TableName;
import org.ctavo.adql.type.AdqlType;

/**
 * A table of the database.
 *
 * @param id its number in the query
 * @param table which
 * @param alias hides its name where there is one
 */
record TableSource(int id, KnownTable table, Optional<Identifier> alias) implements Source {

    @Override
    public boolean isMeantBy(TableName qualifier) {
        return alias.map(a -> qualifier.parts().size() == 1 && qualifier.table().means(a.text()))
                .orElseGet(() -> table.isMeantBy(qualifier));
    }

    @Override
    public String shown() {
        return alias.map(Identifier::written)
                .orElseGet(() -> table.description().name());
    }

    @Override
    public String hidden() {
        return alias.isPresent() ? table.description().name() : "";
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public List<Column> columns() {
        return table.columns().stream().map(this::column).toList();
    }

    @Override
    public List<Column> find(Identifier name) {
        return table.columns(name).stream().map(this::column).toList();
    }

    private Column column(KnownColumn column) {
        Value value = new Value.Column(id, column.sqlName(), column.description(), AdqlType.of(column.description()));
        return new Column(column.name(), value, column.description());
    }
}
