package org.ctavo.tables.upload;

import java.io.IOException;
import java.util.List;

/** The content of an upload: columns that are known, and rows that can be read as often as needed. */
interface UploadedTable {

    /** Its columns, at least one. */
    List<UploadedColumn> columns();

    /**
     * Reads the rows from first to last.
     *
     * @throws org.ctavo.spi.Fault if they cannot be read
     */
    void rows(RowSink sink) throws IOException;
}
