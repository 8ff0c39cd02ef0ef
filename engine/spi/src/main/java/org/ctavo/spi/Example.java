package org.ctavo.spi;

import java.util.List;
import java.util.Objects;

/**
 * An example query (DALI, section 2.3).
 *
 * @param id unique among the examples; a valid XML name
 * @param name one line
 * @param description what it answers, plain text
 * @param query ADQL
 * @param tables the tables it reads, as in TAP_SCHEMA
 */
public record Example(String id, String name, String description, String query, List<String> tables) {

    /** Copies the list. */
    public Example {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(query, "query");
        tables = List.copyOf(tables);
    }
}
