package org.ctavo.datalink.bundle;

import java.net.URI;
import java.util.stream.Collectors;

import static org.ctavo.archive.ProductFile.Role.EVENT_LIST;

/** Tells people what a package holds, under which terms, and how to begin. */
record Readme(Basket basket, Terms terms) {
    private static final String TEXT =
            """
            Data products of Cherenkov telescopes
            =====================================

            SHA256SUMS has the checksum of every file: sha256sum --check SHA256SUMS
            %s
            Terms of use
            ------------
            They hold for every copy, whole or in part.
            %s

            Products
            --------
            %s
            """;

    private static final String INDEXES =
            """
            obs-index.fits.gz and hdu-index.fits.gz index the event lists with their responses, as in

                from gammapy.data import DataStore
                DataStore.from_dir(".").get_observations()
            """;

    String text() {
        boolean hasEvents =
                basket.files().stream().anyMatch(file -> file.listed().role() == EVENT_LIST);
        return TEXT.formatted(
                hasEvents ? INDEXES : "",
                basket.collections().stream()
                        .map(collection -> collection + ": " + termsOf(collection))
                        .collect(Collectors.joining("\n")),
                String.join("\n", basket.products().keySet()));
    }

    private String termsOf(String collection) {
        String address = terms.ofCollection(collection).map(URI::toString).orElse("");
        String file = terms.texts().containsKey(collection) ? Manifest.termsFile(collection) : "";
        String both = (address + " " + file).strip();
        return both.isEmpty() ? "none are recorded; ask the archive" : both;
    }
}
