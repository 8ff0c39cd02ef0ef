package org.ctavo.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A schema as TAP_SCHEMA.schemas describes it (TAP 1.1, section 4.1), with its tables.
 *
 * @param name as typed in a query
 * @param description for people
 * @param utype data model reference
 * @param tables in the order they are shown
 */
public record SchemaDescription(
        String name, String description, Optional<String> utype, List<TableDescription> tables) {

    /** Copies the list. */
    public SchemaDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(utype, "utype");
        tables = List.copyOf(tables);
    }
}
