package org.ctavo.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * An argument of a function in translation.
 *
 * @param sql PostgreSQL text of the argument, safe to be put between parentheses
 * @param literal the value if the argument is a constant: a {@link String}, {@link Long} or {@link Double}; empty for
 *     anything that is known only when the query runs, and for NULL
 */
public record SqlArgument(String sql, Optional<Object> literal) {

    /** Checks that nothing is null. */
    public SqlArgument {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(literal, "literal");
    }
}
