package org.ctavo.tap;

import java.io.IOException;

import org.ctavo.spi.Category;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.tap.result.VOTableText;

/** Failures as DALI documents (DALI 1.1, section 4.2). */
public final class ErrorDocument {
    /** The media type of an error document. */
    public static final String CONTENT_TYPE = "application/x-votable+xml";

    private static final String RETRY_SECONDS = "5";

    private ErrorDocument() {}

    /** Answers with a fault's status and a VOTable that tells of it; whatever was written before is discarded. */
    public static void answer(Exchange exchange, Fault fault) throws IOException {
        answer(exchange, fault, text(fault));
    }

    /** The same in words of another standard. */
    static void answer(Exchange exchange, Fault fault, String message) throws IOException {
        Category category = fault.code().category();
        exchange.reset();
        exchange.status(category.status());
        exchange.header("Content-Type", CONTENT_TYPE);
        exchange.header("Cache-Control", "no-store");
        if (category == Category.RESOURCES) {
            exchange.header("Retry-After", RETRY_SECONDS);
        }
        exchange.output().write(VOTableText.error(message));
    }

    /** What the document says: the code, by which it can be searched for, and the message. */
    public static String text(Fault fault) {
        return fault.code().name() + ": " + fault.getMessage();
    }
}
