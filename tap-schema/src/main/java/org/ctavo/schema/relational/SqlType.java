package org.ctavo.schema.relational;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of columns: as PostgreSQL stores them and as TAP_SCHEMA describes them. */
public enum SqlType {
    BOOLEAN("boolean", "boolean", null, null),
    SHORT("smallint", "short", null, null),
    INT("integer", "int", null, null),
    LONG("bigint", "long", null, null),
    DOUBLE("double precision", "double", null, null),
    TEXT("text", "char", "*", null),
    TIMESTAMP("timestamp", "char", "*", "timestamp"),
    /** A region of the sky: circle or polygon as an array of degrees, shown as STC-S. */
    REGION("double precision[]", "char", "*", "adql:REGION"),
    /** Real and imaginary part. */
    COMPLEX("double precision[]", "double", "2", null),
    /** Several words; never published, for TAP has no such type. */
    WORDS("text[]", "char", "*", null);

    private final String sql;
    private final String datatype;
    private final String arraysize;
    private final String xtype;

    SqlType(String sql, String datatype, String arraysize, String xtype) {
        this.sql = sql;
        this.datatype = datatype;
        this.arraysize = arraysize;
        this.xtype = xtype;
    }

    /** As PostgreSQL writes it. */
    public String sql() {
        return sql;
    }

    /** VOTable datatype. */
    public String datatype() {
        return datatype;
    }

    /** VOTable arraysize; empty for a scalar. */
    public Optional<String> arraysize() {
        return Optional.ofNullable(arraysize);
    }

    /** DALI xtype. */
    public Optional<String> xtype() {
        return Optional.ofNullable(xtype);
    }

    /** The type that an annotation names in lower case. */
    static Optional<SqlType> named(String word) {
        return Stream.of(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
