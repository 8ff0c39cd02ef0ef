package org.ctavo.tap;

import java.util.List;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** Which HTTP methods a resource answers. */
final class TapMethods {
    private TapMethods() {}

    /** Refuses the request unless its method is one of these. */
    static void allow(Exchange exchange, String... methods) {
        if (!List.of(methods).contains(exchange.method())) {
            String allowed = String.join(", ", methods);
            exchange.header("Allow", allowed);
            throw new Fault(
                    RequestFault.METHOD_NOT_ALLOWED,
                    "This resource does not answer " + exchange.method() + ", only " + allowed + '.');
        }
    }
}
