package org.ctavo.archive;

import java.util.List;

import org.ctavo.spi.Database;

/**
 * Where it is recorded what the service made of products, found by {@link java.util.ServiceLoader}: whoever makes
 * something tells every log there is. Safe for use by any number of threads.
 */
public interface DerivationLog {

    /**
     * Records what was made, wholly or not at all.
     *
     * @param database of the service
     * @throws org.ctavo.spi.Fault if it contradicts what is known
     */
    void record(Database database, List<Derivation> derivations);
}
