package org.ctavo.schema.load;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A table in a file, read from its first row to its last. */
interface RowSource {

    /**
     * A column of the file.
     *
     * @param name as the file has it
     * @param unit as the file has it; empty where the format or the file gives none
     */
    record Field(String name, Optional<String> unit) {}

    /** Gets the table piece by piece. */
    interface Sink {

        /** The columns; called once, first. */
        void fields(List<Field> fields) throws IOException;

        /** The next row: a text, number, boolean or null for each column. */
        void row(Object[] cells) throws IOException;
    }

    /**
     * Reads the table.
     *
     * @throws IOException if the file cannot be read as what it is; the message is for the operator
     */
    void read(Sink sink) throws IOException;
}
