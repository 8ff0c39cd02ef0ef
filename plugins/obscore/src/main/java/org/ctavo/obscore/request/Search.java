package org.ctavo.obscore.request;

import java.io.IOException;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.QueryAnswer;

/** What a standard makes of a query and of a refusal. Called by many threads at once. */
public interface Search {

    /**
     * What is asked for.
     *
     * @throws Fault if it cannot be understood
     */
    QueryAnswer asked(Exchange exchange) throws IOException;

    /**
     * Answers with a failure, as the standard has it; nothing has left yet.
     *
     * @throws Fault the same, if the standard has nothing to say of its kind
     */
    void refuse(Exchange exchange, Fault fault) throws IOException;
}
