package org.ctavo.archive;

import java.sql.Connection;

/**
 * Records where products came from. Given to whatever writes products, so that a product and its provenance appear
 * together. Safe for use by any number of threads.
 */
@FunctionalInterface
public interface Lineage {

    /** For an archive that keeps no provenance. */
    Lineage NONE = (connection, product) -> {};

    /**
     * Records what a product tells of its origin, in place of what an earlier version of it told.
     *
     * @param connection of the ingest role, in the transaction that writes the product
     * @throws org.ctavo.spi.Fault if it contradicts what is known; the transaction is to be rolled back then
     */
    void record(Connection connection, Product product);
}
