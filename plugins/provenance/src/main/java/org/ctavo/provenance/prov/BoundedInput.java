package org.ctavo.provenance.prov;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.spi.Fault;

/** An input that gives no more than so many bytes. */
public final class BoundedInput extends FilterInputStream {
    private final long most;
    private long left;

    /** Gives what the other input gives. */
    public BoundedInput(InputStream in, long most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new Fault(
                    ProvenanceFault.DOCUMENT_TOO_LARGE,
                    "The document is longer than " + most + " bytes; split it into several.");
        }
    }
}
