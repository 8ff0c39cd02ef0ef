package org.ctavo.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.ctavo.spi.Caller;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may know, and who may have. */
class AccessRuleTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // rights, release, group of the caller, knows, has
        "public, 2020-01-01T00:00:00Z, , true, true",
        "public, 2026-06-01T00:00:00Z, , true, true",
        "public, 2030-01-01T00:00:00Z, , true, false",
        "public, , , true, false",
        "public, 2030-01-01T00:00:00Z, team, true, true",
        "proprietary, 2020-01-01T00:00:00Z, , true, true",
        "proprietary, 2030-01-01T00:00:00Z, , true, false",
        "proprietary, , others, true, false",
        "proprietary, , team, true, true",
        "secure, 2020-01-01T00:00:00Z, , false, false",
        "secure, 2020-01-01T00:00:00Z, others, false, false",
        "secure, , team, true, true",
    })
    void rightsDateAndGroupsDecide(String rights, String release, String group, boolean knows, boolean has) {
        AccessRule rule = new AccessRule(
                DataRights.of(rights), Optional.ofNullable(release).map(Instant::parse), Set.of("team"));
        Caller caller = group == null
                ? Caller.ANONYMOUS
                : new Caller(Optional.of("someone"), Set.of(group), Caller.Authentication.TOKEN);
        assertThat(rule.isKnownTo(caller)).isEqualTo(knows);
        assertThat(rule.isOpenTo(caller, NOW)).isEqualTo(has);
    }
}
