package org.ctavo.provenance.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.DerivationLog;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.store.ProvenanceStore;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/**
 * Records what the service made of products: an activity that used the product and parts of files, with its parameters,
 * and the entity it generated. One that was made again under its old identifier is told anew.
 */
public final class DerivationRecorder implements DerivationLog {

    @Override
    public void record(Database database, List<Derivation> derivations) {
        ProvenanceStore store = new ProvenanceStore(database);
        try (Connection connection = database.asIngest()) {
            connection.setAutoCommit(false);
            try {
                record(connection, store, derivations);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new Fault(ProvenanceFault.DATABASE_FAILED, "The archive's database did not answer as it should.", e);
        }
    }

    private static void record(Connection connection, ProvenanceStore store, List<Derivation> derivations) {
        store.withdraw(connection, derivations.stream().map(Derivation::result).toList());
        List<ProvRecord> records = new ArrayList<>();
        derivations.forEach(derivation -> tell(derivation, records));
        store.merge(connection, Reading.of(ProvDocument.of(records)));
        for (Derivation derivation : derivations) {
            if (!derivation.groups().isEmpty()) {
                // The product itself keeps the rule it has.
                store.restrict(connection, List.of(derivation.activity(), derivation.result()), derivation.groups());
            }
        }
    }

    private static void tell(Derivation derivation, List<ProvRecord> records) {
        records.add(Entity.dataset(derivation.result(), derivation.resultName()).generated(utc(derivation.end())));
        records.addAll(new DerivationProvenance(derivation, derivation.result()).records());
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
