package org.ctavo.tables.upload;

import java.io.IOException;

/** Takes the rows of a table, one after the other. */
@FunctionalInterface
interface RowSink {

    /** Takes a row: an object for each column, null where there is no value. */
    void row(Object[] values) throws IOException;
}
