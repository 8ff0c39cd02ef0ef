package org.ctavo.provenance.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.Set;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.DerivationLog;
import org.ctavo.archive.Recipe;
import org.ctavo.archive.cutout.CutoutRecipe;
import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Description.ParameterDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.store.GraphQuery;
import org.ctavo.provenance.store.GraphRequest;
import org.ctavo.provenance.store.Merge;
import org.ctavo.provenance.store.StoreFixture;
import org.ctavo.spi.Caller;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class DerivationRecorderTest {
    private static final String SOURCE = "ivo://example.org/SIM?7";
    private static final String RESULT = "ivo://example.org/provenance?cutout/abc/1";

    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final Recipe RECIPE = CutoutRecipe.of("1.2");

    private static Derivation derivation(String circle, Set<String> groups) {
        Instant start = Instant.parse("2026-01-02T03:04:05.123456789Z");
        return new Derivation(
                RECIPE,
                "ivo://example.org/provenance?activity/cutout/abc/1",
                start,
                start.plusMillis(20),
                Derivation.Requester.REGISTERED,
                List.of(new Derivation.Parameter("CIRCLE", circle), new Derivation.Parameter("ENERGY", "1 +Inf")),
                SOURCE,
                List.of(
                        new Derivation.Input("aeff", SHA, 3),
                        new Derivation.Input("psf", SHA, 5),
                        new Derivation.Input("bkg", SHA.replace('0', 'f'), 1)),
                RESULT,
                "3 of 10 events",
                groups);
    }

    private static ProvDocument ask(StoreFixture fixture, Caller caller) {
        return new GraphQuery(fixture.database())
                .ask(
                        new GraphRequest(
                                List.of(RESULT),
                                GraphRequest.Direction.BACK,
                                OptionalInt.empty(),
                                true,
                                false,
                                true,
                                false,
                                1000),
                        caller);
    }

    @Test
    void theServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(DerivationLog.class)).hasAtLeastOneElementOfType(DerivationRecorder.class);
    }

    @Test
    void tellsSourceParametersAndTimes() {
        try (StoreFixture fixture = new StoreFixture()) {
            new DerivationRecorder().record(fixture.database(), List.of(derivation("83.6 22.0 0.2", Set.of())));
            ProvDocument document = ask(fixture, Caller.ANONYMOUS);
            assertThat(document.all(Used.class)).extracting(Used::entity).contains(SOURCE);
            assertThat(document.all(Parameter.class))
                    .extracting(Parameter::value)
                    .containsExactlyInAnyOrder("83.6 22.0 0.2", "1 +Inf");
            assertThat(document.all(Activity.class))
                    .anySatisfy(activity -> assertThat(activity.startTime()).isEqualTo("2026-01-02T03:04:05.123456"));
            assertThat(document.all(Entity.class)).extracting(Entity::id).contains(RESULT, SOURCE);
        }
    }

    @Test
    void tellsEveryFileThatWasUsedWithItsRoleButNotByName() {
        try (StoreFixture fixture = new StoreFixture()) {
            new DerivationRecorder().record(fixture.database(), List.of(derivation("83.6 22.0 0.2", Set.of())));
            ProvDocument document = ask(fixture, Caller.ANONYMOUS);
            assertThat(document.all(Used.class))
                    .extracting(Used::role)
                    .containsExactlyInAnyOrder("event-list", "aeff", "psf", "bkg");
            assertThat(document.all(Entity.class)).anySatisfy(entity -> assertThat(entity)
                    .returns("ivo://example.org/provenance?file/" + SHA + "/3", Entity::id)
                    .returns("effective area", Entity::name)
                    .returns("HDU 3 of the file with SHA-256 " + SHA, Entity::comment)
                    .returns(null, Entity::location));
        }
    }

    @Test
    void tellsProgramVersionAndThatSomebodyAskedButNotWho() {
        try (StoreFixture fixture = new StoreFixture()) {
            new DerivationRecorder().record(fixture.database(), List.of(derivation("83.6 22.0 0.2", Set.of())));
            GraphRequest withAgents = new GraphRequest(
                    List.of(RESULT), GraphRequest.Direction.BACK, OptionalInt.empty(), true, true, true, true, 1000);
            ProvDocument document = new GraphQuery(fixture.database()).ask(withAgents, Caller.ANONYMOUS);
            assertThat(document.all(Agent.class))
                    .extracting(Agent::name)
                    .containsExactlyInAnyOrder("CTA-VO cut-out service 1.2", "a user who had logged in");
            assertThat(document.all(Used.class))
                    .allSatisfy(used -> assertThat(used.usageDescription()).endsWith("/used/" + used.role()));
            assertThat(document.all(ActivityDescription.class))
                    .extracting(ActivityDescription::version, ActivityDescription::type)
                    .containsExactly(tuple("1.2", "Selection"));
            assertThat(document.all(ParameterDescription.class))
                    .filteredOn(description -> description.name().equals("ENERGY"))
                    .extracting(ParameterDescription::unit, ParameterDescription::ucd)
                    .containsExactly(tuple("TeV", "em.energy;stat.interval"));
        }
    }

    @Test
    void whatAFileTellsOfItsMakingIsWhatWasRecorded() {
        try (StoreFixture fixture = new StoreFixture()) {
            Derivation told = derivation("83.6 22.0 0.2", Set.of());
            new DerivationRecorder().record(fixture.database(), List.of(told));
            List<ProvRecord> again = new DerivationProvenance(told, "ivo://example.org/SIM?7/cutout/abc/1").records();
            again.add(Entity.of("ivo://example.org/SIM?7/cutout/abc/1"));
            Merge merge = fixture.store().merge(Reading.of(ProvDocument.of(again)));
            assertThat(merge.added())
                    .as("the entity, its generation and derivation")
                    .isEqualTo(3);
        }
    }

    @Test
    void whatWasMadeOfKeptDataIsForTheirGroupsOnly() throws SQLException {
        try (StoreFixture fixture = new StoreFixture()) {
            try (Connection connection = fixture.database().asIngest()) {
                fixture.store().merge(Reading.of(ProvDocument.of(List.of(Entity.of(SOURCE)))));
                fixture.store().restrict(connection, List.of(SOURCE), Set.of("members"));
            }
            new DerivationRecorder()
                    .record(fixture.database(), List.of(derivation("83.6 22.0 0.2", Set.of("members"))));
            assertThatThrownBy(() -> ask(fixture, Caller.ANONYMOUS)).hasMessageNotContaining("83.6");
            Caller member = new Caller(java.util.Optional.of("m"), Set.of("members"), Caller.Authentication.TOKEN);
            assertThat(ask(fixture, member).all(Parameter.class)).hasSize(2);
        }
    }

    @Test
    void whatIsMadeAgainIsToldAnew() {
        try (StoreFixture fixture = new StoreFixture()) {
            DerivationRecorder recorder = new DerivationRecorder();
            recorder.record(fixture.database(), List.of(derivation("83.6 22.0 0.2", Set.of())));
            recorder.record(fixture.database(), List.of(derivation("83.6 22.0 0.2", Set.of())));
            assertThat(ask(fixture, Caller.ANONYMOUS).all(Parameter.class)).hasSize(2);
        }
    }
}
