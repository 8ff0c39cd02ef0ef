package org.ctavo.tap.result;

/** The form in which a writer wants its rows from PostgreSQL's COPY. */
public enum CopyFormat {
    /** Binary fields: four bytes of length (−1 is NULL), then the value, big-endian. */
    BINARY,
    /**
     * A line of values separated by tabs, with backslash escapes; NULL is {@code \N}. Two thirds of the time that
     * COPY takes for comma-separated values.
     */
    TEXT
}
