package org.ctavo.spi;

import java.io.IOException;

/**
 * The service's query engine, for endpoints that are queries in another dress. Everything holds for them that holds for
 * a synchronous query by TAP: the published tables and no others, the caller's rights, the limits of rows and time, and
 * that a client who goes away while being answered ends the query. Text that comes from users enters a query by
 * {@link AdqlLiteral} alone. Safe for use by any number of threads.
 */
public interface Queries {

    /**
     * Answers a request with a query's result, as DALI has it: in the format that RESPONSEFORMAT names, with as many
     * rows as MAXREC allows and a mark where there are more (DALI 1.1, sections 3.4.3, 3.4.4 and 4.4). MAXREC=0 is
     * answered without asking the database. No other parameter is looked at.
     *
     * @throws Fault before anything has left; the endpoint then answers as its standard says. What goes wrong later is
     *     told at the end of the result
     * @throws IOException if the client has gone
     */
    void answer(Exchange exchange, QueryAnswer answer) throws IOException;

    /**
     * Answers with a failure: its status, and a VOTable that tells of it (DALI 1.1, section 4.2). What was written
     * before is discarded.
     *
     * @param message what the document says; standards differ in how it begins
     */
    void refuse(Exchange exchange, Fault fault, String message) throws IOException;

    /**
     * Reads the rows of a query one by one, while the database's connection is held: whoever needs long for a row
     * gathers what it needs first.
     *
     * @param caller whose rights hold
     * @param adql the query
     * @param maxrec the most rows to read, at least 1
     * @param reader called with each row, on this thread; a failure of its own ends the query
     * @return whether there were more rows than {@code maxrec}
     * @throws Fault when the query is wrong or failed
     */
    boolean read(Caller caller, String adql, long maxrec, RowReader reader) throws IOException;

    /** Takes rows as they come. */
    @FunctionalInterface
    interface RowReader {

        /** Takes a row; it is valid for longer than the call. */
        void row(QueryRow row) throws IOException;
    }
}
