package org.ctavo.spi;

import java.io.IOException;

/**
 * A web resource with everything below it. Called by many threads at once.
 */
public interface Endpoint {

    /** Where it lives below the service's base: one or more segments, no slash at the end ({@code /tap}). */
    String path();

    /**
     * Answers a request. A {@link Fault} thrown before the first byte becomes an answer of its category's status;
     * endpoints whose standard asks for an error document of its own write that instead.
     */
    void handle(Exchange exchange) throws IOException;

    /** The second half of an answer that waited for something. */
    @FunctionalInterface
    interface Continuation {

        /** Goes on with the same exchange. */
        void handle(Exchange exchange) throws IOException;
    }
}
