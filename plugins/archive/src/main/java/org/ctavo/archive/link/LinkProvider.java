package org.ctavo.archive.link;

import java.util.List;

import org.ctavo.spi.Services;

/** A plugin's door to the links of products, found by {@link java.util.ServiceLoader} and asked once, at start. */
public interface LinkProvider {

    /** Sources of links, in the order their links are shown; those of providers with a lower rank come first. */
    List<LinkSource> linkSources(Services services);

    /** Where the links of this provider stand in the table: the archive's own files have rank 0. */
    int rank();
}
