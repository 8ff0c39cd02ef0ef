package org.ctavo.war.operations;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** What the plain pages of this package ask of a request. */
final class Plain {
    private Plain() {}

    /** Nothing below the page itself, and nothing but reading it. */
    static void onlyGet(Exchange exchange) {
        if (!exchange.path().isEmpty() && !exchange.path().equals("/")) {
            throw new Fault(
                    RequestFault.NO_SUCH_RESOURCE,
                    "There is nothing here; the service begins at " + exchange.base() + "/");
        }
        if (!exchange.method().equals("GET")) {
            exchange.header("Allow", "GET, HEAD, OPTIONS");
            throw new Fault(RequestFault.METHOD_NOT_ALLOWED, "This page can only be read; send GET.");
        }
    }
}
