package org.ctavo.soda.job;

import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ctavo.uws.rest.ErrorForm;

/** Errors of jobs as SODA writes them: plain text that begins with one of its words (SODA 1.0, section 4.2). */
public final class LabelledErrors implements ErrorForm {
    /** What the queue puts before a message: the code of the fault. */
    private static final Pattern CODED = Pattern.compile("[A-Z_]+: (.*)", Pattern.DOTALL);

    private static final Pattern LABELLED = Pattern.compile(
            "(Error|AuthenticationError|AuthorizationError|ServiceUnavailable|UsageError"
                    + "|MultiValuedParamNotSupported): .*",
            Pattern.DOTALL);

    @Override
    public String contentType() {
        return ErrorForm.TEXT.contentType();
    }

    @Override
    public void write(String message, OutputStream output) throws IOException {
        Matcher coded = CODED.matcher(message);
        String bare = coded.matches() ? coded.group(1) : message;
        ErrorForm.TEXT.write(LABELLED.matcher(bare).matches() ? bare : "Error: " + bare, output);
    }
}
