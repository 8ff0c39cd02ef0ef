package org.ctavo.spi;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Adds a service descriptor to query results that carry certain columns (DataLink 1.1, section 4). */
@FunctionalInterface
public interface RecordDecorator {

    /**
     * The descriptor for a result, or empty if its columns do not call for one. Called once a result, before its rows.
     *
     * @param columns of the result, in order
     * @param base of the service as the caller sees it
     */
    Optional<ServiceDescriptor> describe(List<ColumnDescription> columns, URI base);
}
