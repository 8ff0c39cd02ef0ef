package org.ctavo.adql.tree;

/** The types a value can be cast to (ADQL 2.1, section 4.7). */
public enum CastTarget {
    SMALLINT("SMALLINT"),
    INTEGER("INTEGER"),
    BIGINT("BIGINT"),
    REAL("REAL"),
    DOUBLE_PRECISION("DOUBLE PRECISION"),
    CHAR("CHAR"),
    VARCHAR("VARCHAR"),
    TIMESTAMP("TIMESTAMP"),
    POINT("POINT"),
    CIRCLE("CIRCLE"),
    POLYGON("POLYGON");

    private final String written;

    CastTarget(String written) {
        this.written = written;
    }

    /** As it is written. */
    public String written() {
        return written;
    }

    /** Whether a length may follow. */
    public boolean hasLength() {
        return this == CHAR || this == VARCHAR;
    }
}
