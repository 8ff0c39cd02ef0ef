package org.ctavo.tables.upload;

import java.io.IOException;

/** Takes the text of a STREAM as it comes, and makes rows of it. For one thread; close it. */
interface StreamedData extends AutoCloseable {

    /** Takes a piece. */
    void characters(char[] text, int start, int length) throws IOException;

    /** Says that all is there. */
    void end() throws IOException;

    @Override
    void close() throws IOException;
}
