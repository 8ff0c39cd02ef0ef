package org.ctavo.tap.result;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes one result in one format. The order of calls is: {@link #head} and {@link #filler}, then {@link #row} any
 * number of times, then {@link #end}; {@link #close} in any case. Whatever is handed to the stream in one call of its
 * {@code write} ends where {@linkplain #filler filler} may stand. Not safe for use by several threads at once.
 */
public interface ResultWriter extends AutoCloseable {

    /** What comes before the first row; empty if there is nothing to say before the rows are known. */
    byte[] head();

    /**
     * Bytes that mean nothing wherever a piece of output ends, so that a connection can be kept alive, and found dead,
     * while the database is still busy; empty if the format has no such thing.
     */
    byte[] filler();

    /**
     * Takes a row; may keep it for a while.
     *
     * @param message as PostgreSQL sent it, in the {@link CopyFormat} of this writer's {@link ResultFormat}
     * @param offset where in the message the row begins: at the length of its first field if binary
     */
    void row(byte[] message, int offset, OutputStream out) throws IOException;

    /** Writes what is left, and how it ended where the format can tell. Does not close the stream. */
    void end(Ending ending, OutputStream out) throws IOException;

    /** Frees what the writer holds beside memory. */
    @Override
    default void close() {}
}
