package org.ctavo.datalink.bundle;

import java.util.Set;
import java.util.TreeSet;

import org.ctavo.archive.ProductId;

/** Tells people what a package holds, under which terms, and how to begin. */
record Readme(Basket basket, Terms terms) {

    String text() {
        StringBuilder text = new StringBuilder()
                .append("Data products of Cherenkov telescopes\n=====================================\n\n")
                .append("SHA256SUMS has the checksum of every file: sha256sum --check SHA256SUMS\n");
        if (basket.files().stream().anyMatch(file -> file.listed().role().word().equals("event-list"))) {
            text.append("obs-index.fits.gz and hdu-index.fits.gz index the event lists with their responses, as in\n\n")
                    .append("    from gammapy.data import DataStore\n")
                    .append("    DataStore.from_dir(\".\").get_observations()\n");
        }
        text.append("\nTerms of use\n------------\n");
        Set<String> collections = new TreeSet<>();
        basket.products()
                .keySet()
                .forEach(product -> collections.add(ProductId.parse(product).collection()));
        for (String collection : collections) {
            text.append(collection)
                    .append(": ")
                    .append(terms.ofCollection(collection)
                            .map(Object::toString)
                            .orElse("ask the archive; none are recorded"))
                    .append('\n');
        }
        text.append("They hold for every copy, whole or in part.\n\nProducts\n--------\n");
        basket.products().keySet().forEach(product -> text.append(product).append('\n'));
        return text.toString();
    }
}
