package org.ctavo.datalink;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.RecordDecorator;
import org.ctavo.spi.ServiceDescriptor;

/** Tells clients how to ask for the links of each row of a result that carries {@code obs_publisher_did}. */
final class LinkDescriptor implements RecordDecorator {

    @Override
    public Optional<ServiceDescriptor> describe(List<ColumnDescription> columns, URI base) {
        return columns.stream()
                .filter(column -> column.name().equals("obs_publisher_did"))
                .findFirst()
                .map(column -> new ServiceDescriptor(
                        "datalink",
                        "files, instrument responses and documents of each data product",
                        Optional.of("ivo://ivoa.net/std/DataLink#links-1.1"),
                        URI.create(base + "/datalink/links"),
                        List.of(new ServiceDescriptor.Input(
                                ColumnDescription.of("ID", "char", "*"),
                                Optional.of(column.name()),
                                Optional.empty()))));
    }
}
