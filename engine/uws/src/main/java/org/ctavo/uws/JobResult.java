package org.ctavo.uws;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A result of a job (UWS 1.1, section 2.1.9): a whole file.
 *
 * @param id name of the result: letters, digits, dots, dashes and underscores, not beginning with a dot
 * @param contentType media type
 * @param size in bytes
 */
public record JobResult(String id, String contentType, long size) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

    /** Checks the id: it names a file. */
    public JobResult {
        Objects.requireNonNull(contentType, "contentType");
        if (!isId(id)) {
            throw new IllegalArgumentException("Not a result id: " + id);
        }
    }

    /** Whether a text may be the id of a result. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
