package org.ctavo.adql.check;

import java.util.List;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.TableName;
import org.ctavo.spi.ColumnDescription;

/** A table in FROM as names see it. */
interface Source {

    /** Whether what stands before a column or a star can mean this table. */
    boolean isMeantBy(TableName qualifier);

    /** What it is called in messages. */
    String shown();

    /** The name of the table where an alias hides it, or else an empty text. */
    String hidden();

    /** Whether its columns are not known, so that every name passes. */
    boolean isOpen();

    /** All columns, in the order of {@code *}. */
    List<Column> columns();

    /** The columns that a name can mean. */
    List<Column> find(Identifier name);

    /**
     * A column by its name.
     *
     * @param name without quotation marks
     * @param value what it is
     * @param description its metadata
     */
    record Column(String name, Value value, ColumnDescription description) {}
}
