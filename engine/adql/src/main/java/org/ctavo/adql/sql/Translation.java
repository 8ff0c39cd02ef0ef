package org.ctavo.adql.sql;

import java.util.List;
import java.util.Objects;

/**
 * A query in PostgreSQL.
 *
 * @param sql one SELECT without a semicolon, all names qualified; its columns have exactly the types of {@code columns}
 * @param columns the result columns, in order
 */
public record Translation(String sql, List<ResultColumn> columns) {

    /** Copies the list. */
    public Translation {
        Objects.requireNonNull(sql, "sql");
        columns = List.copyOf(columns);
    }
}
