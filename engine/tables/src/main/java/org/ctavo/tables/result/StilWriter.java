package org.ctavo.tables.result;

import java.io.IOException;
import java.io.OutputStream;

import org.ctavo.tap.result.Ending;
import org.ctavo.tap.result.ResultDescription;
import org.ctavo.tap.result.ResultWriter;
import uk.ac.starlink.table.StarTableOutput;
import uk.ac.starlink.table.StarTableWriter;

/**
 * Writes a result by one of STIL's writers. The rows are spooled first: FITS, for one, must say at its beginning how
 * many there are and how long the longest text is.
 */
final class StilWriter implements ResultWriter {
    private static final byte[] NOTHING = new byte[0];

    private final ResultDescription result;
    private final StarTableWriter writer;
    private final Spool spool;

    StilWriter(ResultDescription result, StarTableWriter writer, long spoolLimit) {
        this.result = result;
        this.writer = writer;
        this.spool = new Spool(spoolLimit);
    }

    @Override
    public byte[] head() {
        return NOTHING;
    }

    @Override
    public byte[] filler() {
        return NOTHING;
    }

    @Override
    public void row(byte[] message, int offset, OutputStream out) throws IOException {
        spool.add(message, offset);
    }

    @Override
    public void end(Ending ending, OutputStream out) throws IOException {
        if (ending instanceof Ending.Failed failed) {
            // Such a file cannot say that it is not whole: a broken connection can.
            throw new IOException(failed.message());
        }
        String status = ending instanceof Ending.Overflow ? "OVERFLOW" : "OK";
        new StarTableOutput().writeStarTable(new SpooledTable(result, spool, status), out, writer);
    }

    @Override
    public void close() {
        spool.close();
    }
}
