package org.ctavo.tap;

import java.io.IOException;
import java.util.Optional;

import org.ctavo.spi.Capability;
import org.ctavo.spi.Exchange;

/** A resource below the TAP service's base, with everything below it. Safe for use by any number of threads. */
public interface TapResource {

    /** Its name, the first segment of the path: {@code async}. */
    String name();

    /** Answers a request. {@link Exchange#path} begins with a slash and the name. */
    void handle(Exchange exchange) throws IOException;

    /**
     * What the capabilities say of it beside TAP's own; its path is relative to the whole service's base, such as
     * {@code /tap/examples}.
     */
    default Optional<Capability> capability() {
        return Optional.empty();
    }
}
