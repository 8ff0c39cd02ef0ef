package org.ctavo.schema.load;

import java.io.IOException;

import org.ctavo.schema.relational.Table;

/** Writes the rows of a table to a file. */
interface RowWriter {

    /** What stands before the rows. */
    void begin(Appendable out, Table table) throws IOException;

    /** A row: a text for each column, null for NULL. */
    void row(Appendable out, String[] cells) throws IOException;

    /** What stands after the rows. */
    void end(Appendable out) throws IOException;
}
