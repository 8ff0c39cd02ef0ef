package org.ctavo.uws.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How a service writes an error as a document (UWS 1.1, section 2.1.8; DALI, section 4.2). */
public interface ErrorForm {

    /** Plain text, as DALI allows every service. */
    ErrorForm TEXT = new ErrorForm() {
        @Override
        public String contentType() {
            return "text/plain;charset=UTF-8";
        }

        @Override
        public void write(String message, OutputStream output) throws IOException {
            output.write((message + "\n").getBytes(StandardCharsets.UTF_8));
        }
    };

    /** Media type of the document. */
    String contentType();

    /**
     * Writes the document.
     *
     * @param message in the user's terms
     * @param output not closed
     */
    void write(String message, OutputStream output) throws IOException;
}
