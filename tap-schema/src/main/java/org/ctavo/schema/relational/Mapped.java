package org.ctavo.schema.relational;

import java.util.List;

/**
 * A model brought into tables.
 *
 * @param schema the tables
 * @param traces what became of each element, in the order of the model
 */
public record Mapped(RelationalSchema schema, List<Trace> traces) {

    /** Copies the list. */
    public Mapped {
        traces = List.copyOf(traces);
    }
}
