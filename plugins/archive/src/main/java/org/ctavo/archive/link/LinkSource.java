package org.ctavo.archive.link;

import java.net.URI;
import java.util.List;

import org.ctavo.spi.Caller;

/** Something that knows links of a product. Safe for use by any number of threads. */
@FunctionalInterface
public interface LinkSource {

    /**
     * The links of a product that the caller may know of.
     *
     * @param product its identifier
     * @param base of the service as the caller sees it
     * @return in the order they are shown; empty if this source has none
     * @throws org.ctavo.spi.Fault if it cannot tell; the other sources' links are shown all the same
     */
    List<Link> links(String product, Caller caller, URI base);

    /** The term of most of its links: that of the error row which stands for them when they cannot be told. */
    default String semantics() {
        return "#auxiliary";
    }
}
