package org.ctavo.adql.checked;

import java.util.Objects;

import org.ctavo.adql.type.AdqlType;
import org.ctavo.spi.ColumnDescription;

/**
 * A column that a SELECT gives.
 *
 * @param name under which SQL can call it: unique among the columns of its SELECT
 * @param type its type
 * @param description its metadata; the name is the one the user gave or would expect, and need not be unique
 */
public record Output(String name, AdqlType type, ColumnDescription description) {

    /** Checks that nothing is null. */
    public Output {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(description, "description");
    }
}
