package org.ctavo.tap;

import java.util.List;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** Which HTTP methods a resource answers. */
public final class TapMethods {
    private TapMethods() {}

    /**
     * Refuses the request unless its method is one of these.
     *
     * @throws Fault {@code METHOD_NOT_ALLOWED}
     */
    public static void allow(Exchange exchange, String... methods) {
        if (!List.of(methods).contains(exchange.method())) {
            throw new Refused(exchange.method(), String.join(", ", methods));
        }
    }

    /** A refusal that knows what would have been answered (RFC 9110, section 15.5.6). */
    static final class Refused extends Fault {
        private static final long serialVersionUID = 1L;

        private final String allowed;

        Refused(String method, String allowed) {
            super(
                    RequestFault.METHOD_NOT_ALLOWED,
                    "This resource does not answer " + method + ", only " + allowed + '.');
            this.allowed = allowed;
        }

        /** For the header Allow. */
        String allowed() {
            return allowed;
        }
    }
}
