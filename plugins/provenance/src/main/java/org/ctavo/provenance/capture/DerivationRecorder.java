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
import org.ctavo.archive.ProductId;
import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.AgentType;
import org.ctavo.provenance.model.ArtefactType;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasDerivedFrom;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.store.ProvenanceStore;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/**
 * Records what the service made of products: an activity that used the product, with its parameters, and the entity it
 * generated. One that was made again under its old identifier is told anew.
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
        Iris iris = new Iris(ProductId.parse(derivation.source()).authority());
        String activity = derivation.activity();
        String description = iris.of("activity-description", derivation.program());
        records.add(new ActivityDescription(description, derivation.program(), null, null, null, "Selection", null));
        records.add(new Activity(
                activity, derivation.name(), utc(derivation.start()), utc(derivation.end()), null, description));
        Agent software =
                Agent.of(iris.of("agent", derivation.program()), derivation.program(), AgentType.SOFTWARE_AGENT);
        records.add(software);
        records.add(new WasAssociatedWith(activity, software.id(), null));
        int number = 0;
        for (Derivation.Parameter parameter : derivation.parameters()) {
            String id = activity + "/parameter-" + ++number;
            records.add(new Parameter(id, parameter.name(), parameter.value(), null, null));
            records.add(new WasConfiguredBy(activity, ArtefactType.PARAMETER, id));
        }
        records.add(Entity.of(derivation.source()));
        records.add(new Used(activity, derivation.source(), "source", null, null));
        records.add(Entity.dataset(derivation.result(), derivation.resultName()).generated(utc(derivation.end())));
        records.add(new WasGeneratedBy(derivation.result(), activity, "result", null));
        records.add(new WasDerivedFrom(derivation.result(), derivation.source()));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
