package org.ctavo.archive.link;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.ctavo.spi.ServiceDescriptor;

/**
 * A row of a {links} table (DataLink 1.1, section 3.2), without the identifier it belongs to.
 *
 * @param semantics term of the core vocabulary, with its {@code #}
 * @param target what the row gives: exactly one of the three forms
 * @param description for people
 * @param contentType media type; empty if unknown
 * @param contentLength bytes; empty if unknown
 * @param contentQualifier what kind of product is linked; empty if it is none
 * @param localSemantics the same for corresponding links of different products; empty for none
 * @param authorization what the caller may do; empty where nobody asks
 */
public record Link(
        String semantics,
        Target target,
        String description,
        Optional<String> contentType,
        OptionalLong contentLength,
        Optional<String> contentQualifier,
        Optional<String> localSemantics,
        Optional<Authorization> authorization) {

    /** What a row gives: an address, a service or an error. */
    public sealed interface Target {

        /** The address of what is linked. */
        record Access(URI url) implements Target {}

        /** A service that the same document describes. */
        record Service(ServiceDescriptor descriptor) implements Target {}

        /** An error: one of DataLink's words, with a text. */
        record Failure(String fault, String text) implements Target {}
    }

    /**
     * What a caller may do with a link.
     *
     * @param auth {@code false}, {@code optional} or {@code true}: whether one must log in
     * @param authorized whether this caller may follow it
     */
    public record Authorization(String auth, boolean authorized) {}

    /** Checks that nothing is null. */
    public Link {
        Objects.requireNonNull(semantics, "semantics");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(description, "description");
    }

    /** An error in place of a link. */
    public static Link failure(String semantics, String fault, String text) {
        return new Link(
                semantics,
                new Target.Failure(fault, text),
                "",
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A document about the product, made on demand, that anyone may read. */
    public static Link document(URI url, String description, String contentType, String localSemantics) {
        return new Link(
                "#auxiliary",
                new Target.Access(url),
                description,
                Optional.of(contentType),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(localSemantics),
                Optional.of(new Authorization("false", true)));
    }
}
