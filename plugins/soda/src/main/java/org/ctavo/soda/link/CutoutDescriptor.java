package org.ctavo.soda.link;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.ctavo.soda.request.SodaStandard;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.RecordDecorator;
import org.ctavo.spi.ServiceDescriptor;

/** Tells clients of results that carry {@code obs_publisher_did} how to cut (SODA 1.0, section 3.6.1). */
public final class CutoutDescriptor implements RecordDecorator {

    @Override
    public Optional<ServiceDescriptor> describe(List<ColumnDescription> columns, URI base) {
        return columns.stream()
                .map(ColumnDescription::name)
                .filter("obs_publisher_did"::equals)
                .findFirst()
                .map(column -> new ServiceDescriptor(
                        "soda",
                        "cuts events out of an event list by position, time and energy",
                        Optional.of(SodaStandard.SYNC_ID),
                        URI.create(base + SodaStandard.PATH + SodaStandard.SYNC),
                        CutoutParameters.of(column)));
    }
}
