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
import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.store.GraphQuery;
import org.ctavo.provenance.store.GraphRequest;
import org.ctavo.provenance.store.StoreFixture;
import org.ctavo.spi.Caller;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DerivationRecorderTest {
    private static final String SOURCE = "ivo://example.org/SIM?7";
    private static final String RESULT = "ivo://example.org/provenance?cutout/abc/1";

    private static Derivation derivation(String circle, Set<String> groups) {
        Instant start = Instant.parse("2026-01-02T03:04:05.123456789Z");
        return new Derivation(
                "ivo://example.org/provenance?activity/cutout/abc/1",
                "cut-out of " + SOURCE,
                "CTA-VO cut-out service",
                start,
                start.plusMillis(20),
                List.of(new Derivation.Parameter("CIRCLE", circle), new Derivation.Parameter("ENERGY", "1 +Inf")),
                SOURCE,
                RESULT,
                "3 of 10 events of " + SOURCE,
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
