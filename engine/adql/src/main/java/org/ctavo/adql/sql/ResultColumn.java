package org.ctavo.adql.sql;

import java.util.Objects;

import org.ctavo.adql.type.PgType;
import org.ctavo.spi.ColumnDescription;

/**
 * A column of a result.
 *
 * @param description its metadata; the name is without quotation marks and unique in the result
 * @param type the PostgreSQL type it arrives in
 */
public record ResultColumn(ColumnDescription description, PgType type) {

    /** Checks that nothing is null. */
    public ResultColumn {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(type, "type");
    }
}
