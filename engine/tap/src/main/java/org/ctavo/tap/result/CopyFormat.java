package org.ctavo.tap.result;

/** The form in which a writer wants its rows from PostgreSQL's COPY. */
public enum CopyFormat {
    /** Binary fields: four bytes of length (−1 is NULL), then the value, big-endian. */
    BINARY,
    /** A line of comma-separated values as PostgreSQL quotes them; NULL is nothing, an empty string is {@code ""}. */
    CSV,
    /** A line of tab-separated values with backslash escapes; NULL and an empty string are nothing. */
    TEXT
}
