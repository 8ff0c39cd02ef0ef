package org.ctavo.provenance.capture;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.archive.Product;
import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.store.ProvenanceStore;

/**
 * Records where the archive's products came from, in the transaction that writes them. Safe for use by any number of
 * threads.
 */
public final class ProductLineage {
    private final ProvenanceStore store;

    /** Records into this store. */
    public ProductLineage(ProvenanceStore store) {
        this.store = store;
    }

    /**
     * Records what a product tells of its origin, in place of what an earlier version of it told. What other documents
     * told of the product's generation is replaced too: a product made again is another.
     *
     * @param connection the ingest role's, in the transaction that writes the product
     * @throws org.ctavo.spi.Fault if it contradicts what is known
     */
    public void record(Connection connection, Product product) {
        record(connection, ProductFacts.of(product));
    }

    void record(Connection connection, ProductFacts product) {
        ProvDocument document = ProductProvenance.of(product);
        store.withdraw(connection, List.of(product.id().text()));
        store.merge(connection, Reading.of(document));
        List<String> own = new ArrayList<>(List.of(product.id().text()));
        document.all(Activity.class).forEach(activity -> own.add(activity.id()));
        store.restrict(connection, own, product.groups());
    }
}
