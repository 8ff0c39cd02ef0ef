package org.ctavo.tables.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;

/** Stops at a limit, by a {@link Fault}: what is packed may unpack to a thousand times its size. */
final class CountedInput extends FilterInputStream {
    private final long most;
    private long count;

    CountedInput(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int more) {
        count += more;
        if (count > most) {
            throw new Fault(
                    TablesFault.UPLOAD_TOO_LARGE, "UPLOAD: a table may be " + most + " bytes large, and no more.");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
