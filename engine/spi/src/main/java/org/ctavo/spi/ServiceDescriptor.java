package org.ctavo.spi;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A service that can be called with values of a table's rows (DataLink 1.1, section 4).
 *
 * @param name for people; {@link #SELF} for the service whose answer holds the descriptor
 * @param description for people
 * @param standardId IVOID of the service's standard
 * @param accessUrl where to call it
 * @param inputs its parameters
 */
public record ServiceDescriptor(
        String name, String description, Optional<String> standardId, URI accessUrl, List<Input> inputs) {

    /** The name by which a service describes itself. */
    public static final String SELF = "this";

    /**
     * A parameter of the service.
     *
     * @param parameter with its type and metadata
     * @param column name of the result column that gives its value; empty for one the user gives
     * @param value fixed value; empty for none
     * @param minimum least useful value (VALUES/MIN); empty for none
     * @param maximum greatest useful value, or for shapes the one that covers all (VALUES/MAX); empty for none
     * @param options the only useful values (VALUES/OPTION); empty for any
     */
    public record Input(
            ColumnDescription parameter,
            Optional<String> column,
            Optional<String> value,
            Optional<String> minimum,
            Optional<String> maximum,
            List<String> options) {

        /** Copies the list. */
        public Input {
            options = List.copyOf(options);
        }

        /** A parameter that may have any value. */
        public Input(ColumnDescription parameter, Optional<String> column, Optional<String> value) {
            this(parameter, column, value, Optional.empty(), Optional.empty(), List.of());
        }
    }

    /** Copies the list. */
    public ServiceDescriptor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(standardId, "standardId");
        Objects.requireNonNull(accessUrl, "accessUrl");
        inputs = List.copyOf(inputs);
    }
}
