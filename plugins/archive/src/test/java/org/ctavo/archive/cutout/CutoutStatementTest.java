package org.ctavo.archive.cutout;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ctavo.archive.Derivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CutoutStatementTest {
    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.123Z");
    private static final Derivation MADE = new Derivation(
            CutoutRecipe.of("1.2-SNAPSHOT"),
            "ivo://example.org/provenance?activity/cutout/0123456789abcdef01234567/20260102T030405.123Z",
            START,
            START.plusMillis(7),
            Derivation.Requester.REGISTERED,
            List.of(new Derivation.Parameter("CIRCLE", "83.6 22.0 0.2"), new Derivation.Parameter("TIME", "1 +Inf")),
            "ivo://example.org/SIM?7",
            List.of(new Derivation.Input("aeff", SHA, 3), new Derivation.Input("bkg", SHA, 4)),
            "ivo://example.org/provenance?cutout/0123456789abcdef01234567",
            "cut-out",
            Set.of());

    private static Map<String, String> statement() {
        return new HashMap<>(CutoutStatement.of(MADE, SHA));
    }

    private static Optional<Derivation> read(Map<String, String> keywords) {
        return CutoutStatement.read(keyword -> Optional.ofNullable(keywords.get(keyword)));
    }

    @Test
    void whatIsReadIsWhatWasTold() {
        assertThat(read(statement())).contains(MADE);
        assertThat(CutoutStatement.mark(MADE)).isEqualTo("0123456789abcdef01234567");
    }

    @Test
    void everyKeywordIsOneOfFits() {
        assertThat(CutoutStatement.keywords())
                .containsAll(statement().keySet())
                .allMatch(k -> k.matches("[A-Z_0-9]{1,8}"));
    }

    @Test
    void whatIsFoundCanBeReadAgain() {
        Map<String, String> header = statement();
        header.put("OBJECT", "Crab");
        Map<String, String> found = CutoutStatement.found(keyword -> Optional.ofNullable(header.get(keyword)));
        assertThat(found).isEqualTo(statement());
        header.remove("SRC_DID");
        assertThat(CutoutStatement.found(keyword -> Optional.ofNullable(header.get(keyword))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CUT_DID, ivo://example.org/SIM?7",
        "CUT_DID, ivo://example.org/provenance?cutout/../../x",
        "SRC_DID, not an identifier",
        "SRC_SHA, short",
        "ACT_ID, ivo://example.org/provenance?activity/writing/x",
        "ACT_SOFT, another program",
        "ACT_VERS, '1; DROP TABLE'",
        "ACT_BEG, yesterday",
        "ACT_END, 2025-01-01T00:00:00",
        "PARNAM1, <b>",
        "USEROL1, ../x",
        "USESHA2, 00",
        "USEHDU1, -1",
        "USEHDU1, many"
    })
    void whatMakesNoSenseCountsAsNothing(String keyword, String value) {
        Map<String, String> header = statement();
        header.put(keyword, value);
        assertThat(read(header)).isEmpty();
    }

    @Test
    void identifiersThatAreTooLongForTheArchiveCountAsNothing() {
        Map<String, String> header = statement();
        header.put("SRC_DID", "ivo://example.org/SIM?" + "7".repeat(1000));
        assertThat(read(header)).isEmpty();
    }
}
