package org.ctavo.soda;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.ctavo.archive.dl3.Dl3File;
import org.ctavo.archive.dl3.Observation;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** The synchronous service on the simulated set: one test for each rule of SODA 1.0. */
class SyncTest {
    @TempDir
    private static Path directory;

    private static CutoutArchive archive;
    private static String run;
    private static FitsText original;
    private static double first;
    private static double last;

    @BeforeAll
    static void ingest() throws IOException, SQLException {
        SimulatedSet.write(directory);
        archive = new CutoutArchive(Map.of(), directory);
        run = archive.products().get(0);
        original = FitsText.of(directory.resolve("data").resolve("simulated_900001.fits"));
        // Five days of 2025 and the hours of the first run, as MJD UTC: TT is 69.184 s ahead.
        double reference = 51544.5 - 69.184 / 86_400;
        first = reference + original.part("GTI").columns().get("START").get(0) / 86_400;
        last = reference + original.part("GTI").columns().get("STOP").get(0) / 86_400;
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static String[] with(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "ID";
        all[1] = run;
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    private static FitsText cut(String... more) {
        RecordingExchange answer = archive.cut(with(more));
        assertThat(answer.status())
                .as(answer.status() == 200 ? "" : answer.text())
                .isEqualTo(200);
        return FitsText.of(answer.bytes());
    }

    private static List<Double> energies(FitsText file) {
        return file.part("EVENTS").columns().get("ENERGY");
    }

    @Test
    void theAnswerIsFitsWithAFileName() {
        RecordingExchange answer = archive.cut(with("ENERGY", "1 10"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.answered("Content-Type")).contains("application/fits");
        assertThat(answer.answered("Content-Disposition"))
                .contains("attachment; filename=\"simulated_900001_cutout.fits\"");
        assertThat(answer.answered("Content-Length")).contains(Integer.toString(answer.bytes().length));
        assertThat(answer.bytes().length % 2880).isZero();
    }

    @Test
    void theArchiveItselfWouldTakeTheAnswer(@TempDir Path home) throws IOException {
        String time = first + " " + (first + last) / 2;
        Path file = home.resolve("cutout.fits");
        Files.write(
                file, archive.cut(with("TIME", time, "CIRCLE", "83.63 22.01 1")).bytes());
        Dl3File taken = Dl3File.read(file);
        Observation observation = Observation.of(
                taken.events().get(0),
                Optional.of(taken.goodTimes().get(0)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(observation.goodTime()).isCloseTo((last - first) / 2 * 86_400, within(1e-5));
        assertThat(observation.utc().low()).isCloseTo(first, within(1e-10));
    }

    @Test
    void postIsAnsweredLikeGet() {
        RecordingExchange answer = archive.send(RecordingExchange.post("/sync", with("ENERGY", "1 10")));
        assertThat(energies(FitsText.of(answer.bytes()))).isEqualTo(energies(cut("ENERGY", "1 10")));
    }

    @Test
    void parameterNamesAreCaseInsensitiveAndUnknownOnesPassedOver() {
        assertThat(energies(cut("energy", "1 10", "MAGIC", "yes"))).isEqualTo(energies(cut("ENERGY", "1 10")));
    }

    @Test
    void energiesAreSelectedAndNothingElseIsLost() {
        List<Double> wanted = energies(original).stream()
                .filter(energy -> energy >= 1 && energy <= 10)
                .toList();
        FitsText file = cut("ENERGY", "1 10");
        assertThat(energies(file)).isNotEmpty().isEqualTo(wanted);
        // The responses, of another file, come after all that the source holds.
        assertThat(file.parts()).hasSize(original.parts().size() + 4);
        assertThat(file.part("EVENTS").columns().keySet())
                .isEqualTo(original.part("EVENTS").columns().keySet());
    }

    @Test
    void bandSelectsByWavelengthInMetres() {
        // h c / 10 TeV to h c / 1 TeV, a little wider than the rounding.
        assertThat(energies(cut("BAND", "1.239841984e-19 1.239841985e-18")))
                .isEqualTo(energies(cut("ENERGY", "1 10.00000001")));
    }

    @Test
    void openIntervalsAreOpen() {
        assertThat(energies(cut("ENERGY", "-Inf +Inf"))).isEqualTo(energies(original));
        assertThat(energies(cut("ENERGY", "1 +Inf"))).allMatch(energy -> energy >= 1);
        assertThat(energies(cut("BAND", "-Inf 1.239841985e-18"))).isEqualTo(energies(cut("ENERGY", "1 +Inf")));
        assertThat(energies(cut("TIME", "-Inf +Inf"))).isEqualTo(energies(original));
    }

    @Test
    void severalFiltersMustAllPass() {
        List<Double> both = energies(cut("ENERGY", "0.1 3", "CIRCLE", "83.63 22.01 0.5"));
        List<Double> circle = energies(cut("CIRCLE", "83.63 22.01 0.5"));
        assertThat(both)
                .isNotEmpty()
                .isEqualTo(circle.stream()
                        .filter(energy -> energy >= 0.1 && energy <= 3)
                        .toList());
        assertThat(energies(cut("POS", "CIRCLE 83.63 22.01 0.5", "POLYGON", "83 21 85 21 85 23 83 23")))
                .hasSizeLessThanOrEqualTo(circle.size());
    }

    @Test
    void posTakesItsThreeShapes() {
        assertThat(energies(cut("POS", "CIRCLE 83.63 22.01 0.5")))
                .isEqualTo(energies(cut("CIRCLE", "83.63 22.01 0.5")));
        String corners = "83 21.5 84 21.5 84 22.5 83 22.5";
        assertThat(energies(cut("POS", "POLYGON " + corners))).isEqualTo(energies(cut("POLYGON", corners)));
        List<Double> range = energies(cut("POS", "RANGE 83 84 -Inf +Inf"));
        List<Double> ra = original.part("EVENTS").columns().get("RA");
        assertThat(range)
                .hasSize((int) ra.stream().filter(x -> x >= 83 && x <= 84).count());
    }

    @Test
    void valuesBeyondTheDataAreClipped() {
        assertThat(energies(cut("CIRCLE", "83.63 22.01 180", "TIME", "0 99999", "ENERGY", "0 1e9")))
                .isEqualTo(energies(original));
    }

    @ParameterizedTest
    @CsvSource({
        "CIRCLE, 200 -80 1",
        "POLYGON, 200 -80 210 -80 205 -70",
        "POS, RANGE 0 10 -90 -80",
        "TIME, 50000 50001",
        "TIME, 70000 +Inf",
        "TIME, 1e300 +Inf",
        "TIME, -Inf -1e300",
        "BAND, 500e-9 550e-9",
        "BAND, -Inf -1",
        "ENERGY, 1e6 +Inf",
        "ENERGY, -Inf -1",
        "POL, I",
        "POL, v"
    })
    void nothingThatOverlapsIs204WithoutBody(String name, String value) {
        RecordingExchange answer = archive.cut(with(name, value));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void polTakesSeveralValuesAsOneFilter() {
        assertThat(archive.cut(with("POL", "I", "POL", "Q")).status()).isEqualTo(204);
    }

    @Test
    void withoutAnyFilterAllEventsCome() {
        FitsText file = cut();
        assertThat(energies(file)).isEqualTo(energies(original));
        assertThat(file.part("EVENTS").header().lines("HISTORY")).contains("Selection: none, all events");
    }

    @Test
    void emptyValuesCountAsNotSent() {
        assertThat(energies(cut("TIME", "", "CIRCLE", " "))).isEqualTo(energies(original));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "CIRCLE", "POLYGON", "POS", "TIME", "BAND", "ENERGY"})
    void severalValuesAreToldToBeUnsupported(String name) {
        RecordingExchange answer = archive.cut(with("ID", run, name, "1 2", name, "3 4"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).startsWith("MultiValuedParamNotSupported: " + name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CIRCLE|83 22",
                "CIRCLE|83 22 0",
                "CIRCLE|83 22 -1",
                "CIRCLE|83 22 181",
                "CIRCLE|83 91 1",
                "CIRCLE|-1 22 1",
                "CIRCLE|NaN 22 1",
                "CIRCLE|83 22 Inf",
                "CIRCLE|83 22 1d",
                "CIRCLE|83,22,1",
                "CIRCLE|0x10 22 1",
                "CIRCLE|83 22 1e999",
                "POLYGON|1 2 3 4",
                "POLYGON|1 2 3 4 5",
                "POLYGON|1 2 1 2 1 2",
                "POLYGON|0 0 180 0 90 80",
                "POLYGON|0 0 10 10 10 0 0 10",
                "POLYGON|0 0 120 0 240 0",
                "POS|circle",
                "POS|BOX 1 2 3 4",
                "POS|RANGE 1 2 3",
                "POS|RANGE 1 2 40 30",
                "POS|RANGE 1 2 -95 30",
                "POS|RANGE +Inf 2 10 30",
                "POS|RANGE NaN 2 10 30",
                "TIME|50000",
                "TIME|2 1",
                "TIME|NaN NaN",
                "TIME|1 2 3",
                "TIME|+Inf +Inf",
                "TIME|-Inf -Inf",
                "BAND|5e-18 1e-18",
                "BAND|a b",
                "ENERGY|10 1",
                "ENERGY|1..2 3",
                "POL|X",
                "RESPONSEFORMAT|text/csv",
                "RESPONSEFORMAT|application/x-votable+xml;serialization=BINARY2",
            })
    void valuesThatMakeNoSenseAreUsageErrors(String name, String value) {
        RecordingExchange answer = archive.cut(with(name, value));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.answered("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.text()).startsWith("UsageError: ").contains(name);
    }

    @Test
    void withoutAnIdThereIsAUsageError() {
        RecordingExchange answer = archive.cut("CIRCLE", "83 22 1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).startsWith("UsageError: ID is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "ivo://ctavo.example/none?1", "ivo://x/y?\u0000", "../../etc/passwd", "%00"})
    void unknownIdentifiersAreNotFound(String id) {
        RecordingExchange answer = archive.cut("ID", id);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).startsWith("UsageError: There is no data product of that identifier");
    }

    @Test
    void otherMethodsAndResourcesAreRefused() {
        RecordingExchange put = archive.send(RecordingExchange.of("PUT", "/sync", "ID", run));
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.answered("Allow")).contains("GET, HEAD, POST");
        assertThat(put.text()).startsWith("UsageError");
        assertThatThrownBy(() -> archive.send(RecordingExchange.get("/other"))).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> archive.send(RecordingExchange.post("/capabilities")))
                .isInstanceOf(Fault.class);
    }

    @Test
    void aCutInTimeIsToldTruly() {
        double from = first + (last - first) / 4;
        double to = first + (last - first) / 2;
        FitsText file = cut("TIME", String.format(Locale.ROOT, "%.12f %.12f", from, to));
        double seconds = (to - from) * 86_400;
        FitsText.Part gti = file.part("GTI");
        double start = gti.columns().get("START").get(0);
        double stop = gti.columns().get("STOP").get(0);
        assertThat(stop - start).isCloseTo(seconds, within(2e-6));
        assertThat(start - original.part("GTI").columns().get("START").get(0))
                .isCloseTo((from - first) * 86_400, within(2e-6));
        var keywords = file.part("EVENTS").header();
        assertThat(keywords.number("TSTART").orElse(0)).isEqualTo(start);
        assertThat(keywords.number("TSTOP").orElse(0)).isEqualTo(stop);
        assertThat(keywords.number("ONTIME").orElse(0)).isEqualTo(stop - start);
        assertThat(keywords.number("LIVETIME").orElse(0))
                .isEqualTo(keywords.number("DEADC").orElse(0) * (stop - start));
        assertThat(file.part("EVENTS").columns().get("TIME"))
                .isNotEmpty()
                .isEqualTo(original.part("EVENTS").columns().get("TIME").stream()
                        .filter(time -> time >= start && time <= stop)
                        .toList());
    }

    @Test
    void anInstantIsAnInterval() {
        double middle = (first + last) / 2;
        RecordingExchange answer = archive.cut(with("TIME", middle + " " + middle));
        assertThat(answer.status()).isEqualTo(204);
    }

    @Test
    void withoutACutInTimeGoodTimesAndExposureStay() {
        FitsText file = cut("ENERGY", "1 10");
        assertThat(file.part("GTI").head()).isEqualTo(original.part("GTI").head());
        for (String keyword : List.of("TSTART", "TSTOP", "ONTIME", "LIVETIME", "DEADC", "CREATOR", "OBS_ID")) {
            assertThat(file.part("EVENTS").header().text(keyword))
                    .as(keyword)
                    .isEqualTo(original.part("EVENTS").header().text(keyword));
        }
    }

    @Test
    void theHeaderTellsWhereItCameFrom() {
        var header = cut("ENERGY", "1 10", "CIRCLE", "83.63 22.01 0.5")
                .part("EVENTS")
                .header();
        assertThat(header.text("SRC_DID")).contains(run);
        assertThat(header.text("CREATOR")).contains("CTA-VO simulation 1");
        assertThat(String.join("\n", header.lines("HISTORY")))
                .contains("Source: " + run)
                .contains("Source SHA-256: ")
                .contains("http://localhost:8080/cta/provsap?ID=ivo%3A%2F%2F")
                .contains("Selection: CIRCLE=83.63 22.01 0.5 (ICRS, deg)")
                .contains("Selection: ENERGY=1 10 (TeV)")
                .contains("Events selected: ");
    }

    @Test
    void votableHoldsTheSameEvents() {
        RecordingExchange answer = archive.cut(with("ENERGY", "1 10", "RESPONSEFORMAT", "votable"));
        assertThat(answer.answered("Content-Type")).contains("application/x-votable+xml");
        assertThat(answer.text().split("<TR>", -1))
                .hasSize(energies(cut("ENERGY", "1 10")).size() + 1);
        assertThat(answer.text()).contains("<INFO name=\"source\" value=\"" + run + "\"/>");
    }

    @Test
    void proprietaryDataAreForMembers() throws SQLException {
        String kept = archive.products().get(1);
        archive.execute("UPDATE cta.data_product SET data_rights = 'proprietary', obs_release_date = '2999-12-31',"
                + " access_groups = '{members}' WHERE obs_publisher_did = '" + kept + "'");
        RecordingExchange anonymous = archive.cut("ID", kept);
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.text()).startsWith("AuthenticationError: ").contains("2999-12-31");
        assertThat(anonymous.answered("WWW-Authenticate")).isPresent();
        RecordingExchange stranger =
                archive.send(RecordingExchange.get("/sync", "ID", kept).from(CutoutArchive.STRANGER));
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.text()).startsWith("AuthorizationError: ");
        assertThat(archive.send(RecordingExchange.get("/sync", "ID", kept).from(CutoutArchive.MEMBER))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void secureDataAreNotBetrayed() throws SQLException {
        String hidden = archive.products().get(2);
        archive.execute("SELECT cta.secure_product('" + hidden + "', '{members}')");
        RecordingExchange unknown = archive.cut("ID", "ivo://ctavo.example/none?1");
        for (var caller : List.of(Caller.ANONYMOUS, CutoutArchive.STRANGER)) {
            RecordingExchange answer =
                    archive.send(RecordingExchange.get("/sync", "ID", hidden).from(caller));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo(unknown.text());
        }
        assertThat(archive.send(RecordingExchange.get("/sync", "ID", hidden).from(CutoutArchive.MEMBER))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFileThatIsNotTheOneListedIsNotCut() throws IOException, SQLException {
        String id = archive.products().get(11);
        Path file = directory.resolve("data").resolve("simulated_900012.fits");
        byte[] bytes = Files.readAllBytes(file);
        byte[] other = bytes.clone();
        other[other.length - 1] ^= 1;
        try {
            Files.write(file, other);
            RecordingExchange changed = archive.cut("ID", id);
            assertThat(changed.status()).isIn(500, 503);
            assertThat(changed.text()).containsPattern("^(Error|ServiceUnavailable): ");
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            assertThat(archive.cut("ID", id).text()).startsWith("Error: ").doesNotContain(directory.toString());
        } finally {
            Files.write(file, bytes);
        }
    }

    @Test
    void manyAtOnceAreAllServedAndLeaveNothingBehind() throws Exception {
        byte[] alone = archive.cut(with("ENERGY", "1 10")).bytes();
        ExecutorService clients = Executors.newFixedThreadPool(20);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                answers.add(
                        clients.submit(() -> archive.cut(with("ENERGY", "1 10")).bytes().length));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(alone.length);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void aClientWhoLeavesEndsTheWork() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("The client has gone.");
            }
        };
        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() ->
                            archive.send(RecordingExchange.get("/sync", with()).to(gone)))
                    .hasRootCauseMessage("The client has gone.");
        }
        assertThat(archive.cut(with("ENERGY", "1 10")).status()).isEqualTo(200);
    }

    @Test
    void hostileValuesEndSoon() {
        assertTimeout(Duration.ofSeconds(5), () -> {
            String vertices = "1 2 ".repeat(4000);
            assertThat(archive.cut(with("POLYGON", vertices)).status()).isEqualTo(400);
            assertThat(archive.cut(with("POLYGON", "9".repeat(1_000_000))).status())
                    .isEqualTo(400);
            assertThat(archive.cut(with("TIME", "1e-999 " + "1".repeat(41))).status())
                    .isEqualTo(200);
            assertThat(archive.cut(with("TIME", "1 " + "1".repeat(90))).status())
                    .isEqualTo(400);
            assertThat(archive.cut(with("CIRCLE", "1 2 3\r\nX-Evil: yes")).text())
                    .doesNotContain("\r");
            assertThat(archive.cut("ID", "x".repeat(1_000_000)).status()).isEqualTo(400);
        });
    }

    @Test
    void everythingAboutTheServiceIsTold() {
        String capabilities =
                archive.send(RecordingExchange.get("/capabilities")).text();
        assertThat(capabilities)
                .contains("ivo://ivoa.net/std/SODA#sync-1.0")
                .contains("ivo://ivoa.net/std/SODA#async-1.0")
                .contains("<accessURL use=\"full\">http://localhost:8080/cta/soda/sync</accessURL>")
                .contains("ivo://ivoa.net/std/VOSI#availability");
        assertThat(archive.send(RecordingExchange.get("/availability")).text())
                .contains("<vosi:available>true</vosi:available>");
        assertThat(archive.send(RecordingExchange.get("/examples")).text())
                .contains("property=\"generic-parameter\"")
                .contains("typeof=\"keyval\"");
        assertThat(archive.send(RecordingExchange.get("")).answered("Location"))
                .contains("http://localhost:8080/cta/soda/examples");
    }
}
