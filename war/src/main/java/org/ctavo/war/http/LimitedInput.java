package org.ctavo.war.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** A body that may not be longer than allowed, whatever its header said. */
final class LimitedInput extends FilterInputStream {
    private final long limit;
    private long seen;

    LimitedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long count = super.skip(wanted);
        count(count);
        return count;
    }

    private void count(long bytes) {
        seen += bytes;
        if (seen > limit) {
            throw new Fault(
                    RequestFault.BODY_TOO_LARGE,
                    "The body of the request is larger than the " + limit + " bytes allowed here; send less.");
        }
    }
}
