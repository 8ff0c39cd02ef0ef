package org.ctavo.datalink.file;

import java.io.IOException;
import java.time.Instant;

import org.ctavo.spi.Exchange;

/** Bytes of known number and hash, of which any part can be sent. Belongs to one request. */
public interface Content {

    /** The name a client should keep it under. */
    String fileName();

    /** Media type. */
    String mediaType();

    /** How many bytes there are. */
    long size();

    /** A hash of the bytes, or of all they are made of, in hexadecimal: 32 digits or more. */
    String hash();

    /** When it was last changed. */
    Instant modified();

    /** Sends a part as the next piece of the answer's body; {@code length} is 1 or more. */
    void send(Exchange exchange, long offset, long length) throws IOException;
}
