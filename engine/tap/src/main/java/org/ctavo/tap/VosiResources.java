package org.ctavo.tap;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.RequestFault;
import org.ctavo.spi.TableDescription;
import org.ctavo.spi.vosi.Availability;
import org.ctavo.tap.schema.MetadataSnapshot;
import org.ctavo.tap.vosi.CapabilitiesDocument;
import org.ctavo.tap.vosi.TablesDocument;
import org.ctavo.tap.vosi.TapFeatures;

/** {@code /capabilities}, {@code /availability} and {@code /tables} (VOSI 1.1): for anybody, by GET alone. */
final class VosiResources {
    private static final String XML = "text/xml;charset=UTF-8";

    private VosiResources() {}

    static List<TapResource> of(
            TapFeatures features, Supplier<MetadataSnapshot> metadata, Supplier<Availability> availability) {
        return List.of(
                new Capabilities(features, metadata), new AvailabilityResource(availability), new Tables(metadata));
    }

    /** Refuses what lies below a resource that has nothing below it. */
    private static void alone(Exchange exchange, String name) {
        exchange.allow("GET", "HEAD");
        if (!exchange.path().equals("/" + name)) {
            throw new Fault(
                    RequestFault.NO_SUCH_RESOURCE, "There is nothing below " + TapEndpoint.PATH + "/" + name + '.');
        }
    }

    private record Capabilities(TapFeatures features, Supplier<MetadataSnapshot> metadata) implements TapResource {
        @Override
        public String name() {
            return "capabilities";
        }

        @Override
        public void handle(Exchange exchange) throws IOException {
            alone(exchange, name());
            TapEndpoint.document(
                    exchange,
                    XML,
                    metadata.get().published(),
                    CapabilitiesDocument.write(features, exchange.base(), TapEndpoint.PATH));
        }
    }

    private record AvailabilityResource(Supplier<Availability> availability) implements TapResource {
        @Override
        public String name() {
            return "availability";
        }

        @Override
        public void handle(Exchange exchange) throws IOException {
            alone(exchange, name());
            exchange.header("Cache-Control", "no-store");
            TapEndpoint.document(exchange, XML, availability.get().document());
        }
    }

    private record Tables(Supplier<MetadataSnapshot> metadata) implements TapResource {
        @Override
        public String name() {
            return "tables";
        }

        @Override
        public void handle(Exchange exchange) throws IOException {
            exchange.allow("GET", "HEAD");
            MetadataSnapshot snapshot = metadata.get();
            String below = exchange.path().substring("/tables".length());
            String document = below.isEmpty()
                    ? TablesDocument.all(snapshot, isDetailed(exchange.parameters()))
                    : TablesDocument.one(table(snapshot, below.substring(1)));
            TapEndpoint.document(exchange, XML, snapshot.published(), document);
        }

        private static TableDescription table(MetadataSnapshot snapshot, String name) {
            return snapshot.table(name)
                    .orElseThrow(() -> new Fault(
                            RequestFault.NO_SUCH_RESOURCE,
                            "There is no table " + name + "; " + TapEndpoint.PATH + "/tables lists them all."));
        }

        /** A hint, by which nothing can go wrong. */
        private static boolean isDetailed(Parameters parameters) {
            return parameters.all("detail").stream().noneMatch("min"::equalsIgnoreCase);
        }
    }
}
