package org.ctavo.provenance.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.ArtefactType;
import org.ctavo.provenance.model.Configuration.ConfigFile;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Description.EntityDescription;
import org.ctavo.provenance.model.Description.UsageDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasAttributedTo;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasDerivedFrom;
import org.ctavo.provenance.model.Relation.WasInformedBy;
import org.ctavo.provenance.model.Samples;
import org.ctavo.provenance.model.Shapes;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ctavo.provenance.model.Samples.LOCAL;

class ConcealmentTest {
    private StoreFixture fixture;

    @BeforeEach
    void open() {
        fixture = new StoreFixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatADocumentForAGroupTellsAloneIsSeenByNobodyUntilSomethingSeenRefersToIt() throws SQLException {
        ProvDocument secret = ProvDocument.of(List.of(
                Agent.of(LOCAL + "ghost", "secret agent", null),
                new ActivityDescription(LOCAL + "gd", "secret step", "1", null, null, null, null),
                new UsageDescription(LOCAL + "gu", LOCAL + "gd", "secret role", null, null, null),
                new EntityDescription(
                        LOCAL + "ge", null, "secret kind", null, null, null, null, null, null, null, null),
                new Parameter(LOCAL + "gp", "secret parameter", "1", null, null),
                new ConfigFile(LOCAL + "gc", "secret file", "/x", null, null)));
        fixture.store().merge(Reading.of(secret), Set.of("g"));
        for (String table : List.of(
                "agent", "activitydescription", "usagedescription", "entitydescription", "parameter", "configfile")) {
            assertThat(seen("SELECT count(*) FROM provenance." + table + " t WHERE t::text LIKE '%secret%'"))
                    .as(table)
                    .isZero();
        }
        fixture.merge(ProvDocument.of(List.of(new WasAssociatedWith(LOCAL + "open", LOCAL + "ghost", null))));
        assertThat(seen("SELECT count(*) FROM provenance.agent WHERE name = 'secret agent'"))
                .isEqualTo(1);
    }

    @Test
    void aDocumentForAGroupThatSaysMoreOfWhatOthersSeeIsRefusedWithItsPlace() {
        fixture.merge(Samples.everything());
        fixture.merge(Samples.chain(2));
        String activity = LOCAL + "a1";
        String entity = LOCAL + "e1";
        for (ProvRecord record : List.of(
                new Entity(entity, null, null, null, null, null, "secret", null, null),
                new WasAttributedTo(entity, LOCAL + "ghost", null),
                new WasAssociatedWith(activity, LOCAL + "jane", "secret"),
                new Used(activity, LOCAL + "e0", "secret", null, null),
                new WasDerivedFrom(LOCAL + "e2", LOCAL + "e0"),
                new WasInformedBy(LOCAL + "a2", LOCAL + "a1"),
                new WasConfiguredBy(activity, ArtefactType.PARAMETER, LOCAL + "gp"),
                new Agent(LOCAL + "tool", null, null, null, null, null, null, "secret", null))) {
            String label = Shapes.of(record).label(record);
            assertThatThrownBy(() -> fixture.store()
                            .merge(
                                    new Reading(
                                            ProvDocument.of(List.of(
                                                    record,
                                                    new Parameter(LOCAL + "gp", "x", "1", null, null),
                                                    Agent.of(LOCAL + "ghost", "g", null))),
                                            Map.of(label, "line 7"),
                                            List.of()),
                                    Set.of("g")))
                    .as(label)
                    .hasMessageContaining(label + " would be seen by others")
                    .hasMessageContaining("line 7")
                    .extracting(e -> ((Fault) e).code())
                    .isEqualTo(ProvenanceFault.WOULD_BE_SEEN);
        }
        assertThat(fixture.number("SELECT count(*) FROM provenance.parameter WHERE id = '" + LOCAL + "gp'"))
                .isZero();
        // What all know may be told again.
        assertThat(fixture.store()
                        .merge(Reading.of(Samples.chain(2)), Set.of("g"))
                        .added())
                .isZero();
        assertThat(fixture.number("SELECT count(*) FROM provenance.entity WHERE access_groups IS NOT NULL"))
                .isZero();
    }

    private long seen(String sql) throws SQLException {
        try (Connection connection = fixture.database().asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
