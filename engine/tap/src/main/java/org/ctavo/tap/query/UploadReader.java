package org.ctavo.tap.query;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;

/** Reads the tables that a request brings with it (TAP 1.1, section 2.5). Safe for use by any number of threads. */
public interface UploadReader {

    /** For a service that takes none: any UPLOAD is a fault. */
    UploadReader NONE = (parameters, parts) -> {
        if (parameters.has("UPLOAD")) {
            throw new Fault(TapFault.NO_UPLOADS, "This service takes no uploads; leave out the parameter UPLOAD.");
        }
        return UploadedTables.NONE;
    };

    /**
     * The tables of a request.
     *
     * @param parameters of which UPLOAD is looked at
     * @param parts the file parts of the request by their names
     * @return {@link UploadedTables#NONE} if there are none; otherwise to be closed by the caller
     * @throws Fault if an upload cannot be read, is not wanted or is too large
     */
    UploadedTables read(Parameters parameters, Function<String, Optional<Exchange.Part>> parts) throws IOException;

    /** The most bytes of one upload, declared in the capabilities; empty if the service takes none. */
    default Optional<Long> limit() {
        return Optional.empty();
    }
}
