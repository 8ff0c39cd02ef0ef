package org.ctavo.adql.check;

import java.util.List;

import org.ctavo.adql.checked.Output;
import org.ctavo.adql.checked.Value;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.TableName;

/**
 * A query in FROM, or a common table.
 *
 * @param id its number in the query
 * @param name its alias, or the name of the common table
 * @param outputs its columns
 * @param open whether there are columns that are not known
 */
record OutputSource(int id, Identifier name, List<Output> outputs, boolean open) implements Source {

    @Override
    public boolean isMeantBy(TableName qualifier) {
        return qualifier.parts().size() == 1 && qualifier.table().means(name.text());
    }

    @Override
    public String shown() {
        return name.written();
    }

    @Override
    public String hidden() {
        return "";
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public List<Column> columns() {
        return outputs.stream().map(this::column).toList();
    }

    @Override
    public List<Column> find(Identifier wanted) {
        return outputs.stream()
                .filter(output -> wanted.means(output.description().name()))
                .map(this::column)
                .toList();
    }

    private Column column(Output output) {
        Value value = new Value.Column(id, output.name(), output.description(), output.type());
        return new Column(output.description().name(), value, output.description());
    }
}
