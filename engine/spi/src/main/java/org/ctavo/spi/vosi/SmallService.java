package org.ctavo.spi.vosi;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/**
 * A service of few resources, with those beside them that tell of it (DALI 1.1, section 2; VOSI 1.1, section 2).
 *
 * @param path of the whole, such as {@code /sia2}
 * @param queries paths below it of the resources that answer queries, by GET and POST; one may be empty
 * @param resources what tells of it, to anybody, by GET
 */
public record SmallService(String path, List<String> queries, List<Resource> resources) {

    /** Copies the lists. */
    public SmallService {
        Objects.requireNonNull(path, "path");
        queries = List.copyOf(queries);
        resources = List.copyOf(resources);
    }

    /**
     * One that tells of the service.
     *
     * @param path below the service's
     */
    public record Resource(String path, Answer answer) {

        /** {@code /capabilities}: what the service can do, written for the base address that the caller sees. */
        public static Resource capabilities(Function<URI, String> document) {
            return new Resource("/capabilities", exchange -> write(exchange, "text/xml;charset=UTF-8", document));
        }

        /** {@code /availability}: whether the service is there, now. */
        public static Resource availability(Supplier<Availability> now) {
            return new Resource("/availability", exchange -> {
                exchange.header("Cache-Control", "no-store");
                write(exchange, "text/xml;charset=UTF-8", base -> now.get().document());
            });
        }

        /** {@code /availability}: that of another service, without which this one could not answer either. */
        public static Resource availabilityOf(String service) {
            return new Resource(
                    "/availability",
                    exchange -> exchange.seeOther(URI.create(exchange.base() + service + "/availability")));
        }

        /** {@code /examples}: a page, written for the base address that the caller sees. */
        public static Resource examples(Function<URI, String> page) {
            return new Resource("/examples", exchange -> write(exchange, "application/xhtml+xml;charset=UTF-8", page));
        }

        private static void write(Exchange exchange, String type, Function<URI, String> document) throws IOException {
            exchange.header("Content-Type", type);
            exchange.output().write(document.apply(exchange.base()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** How a resource answers. */
    @FunctionalInterface
    public interface Answer {

        /** Writes the whole answer. */
        void to(Exchange exchange) throws IOException;
    }

    /**
     * Answers unless it is a query that is asked.
     *
     * @return whether it has answered
     * @throws Fault {@code NO_SUCH_RESOURCE} or {@code METHOD_NOT_ALLOWED}
     */
    public boolean answers(Exchange exchange) throws IOException {
        for (Resource resource : resources) {
            if (exchange.path().equals(resource.path())) {
                exchange.allow("GET", "HEAD");
                resource.answer().to(exchange);
                return true;
            }
        }
        if (!queries.contains(exchange.path())) {
            throw new Fault(
                    RequestFault.NO_SUCH_RESOURCE,
                    Stream.concat(queries.stream(), resources.stream().map(Resource::path))
                            .map(path::concat)
                            .collect(Collectors.joining(", ", "There is nothing there; this service has ", ".")));
        }
        exchange.allow("GET", "HEAD", "POST");
        return false;
    }

    /** The URL that was asked for, to be written into the answer. */
    public String url(Exchange exchange) {
        String parameters = exchange.rawQuery();
        return exchange.base() + path + exchange.path() + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
