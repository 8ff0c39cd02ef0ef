package org.ctavo.soda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.ctavo.archive.FileStore;
import org.ctavo.archive.dl3.TimeFrame;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

/** Event lists whose responses or good times lie in files of their own. */
class CompanionTest {
    private static final String RESPONSES = "irf/simulated_irf.fits";

    @TempDir
    private static Path directory;

    private static CutoutArchive archive;
    private static List<String> runs;

    @BeforeAll
    static void ingest() throws IOException, SQLException {
        SimulatedSet.write(directory);
        archive = new CutoutArchive(Map.of(), directory);
        runs = archive.products();
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static Path file(int run) throws IOException {
        try (var files = Files.list(directory.resolve("data"))) {
            return files.sorted().toList().get(run);
        }
    }

    private static List<String> names(RecordingExchange answer) {
        return FitsText.of(answer.bytes()).parts().stream()
                .map(part -> part.header().text("EXTNAME").orElse("-"))
                .toList();
    }

    /** Lines of history longer than a card go on in the next. */
    private static String history(RecordingExchange answer) {
        String head = FitsText.of(answer.bytes()).part("EVENTS").head();
        StringBuilder history = new StringBuilder();
        for (int at = 0; at < head.length(); at += 80) {
            if (head.startsWith("HISTORY ", at)) {
                history.append(head, at + 8, at + 80);
            }
        }
        return history.toString();
    }

    private static String sha256(String path) throws IOException {
        return FileStore.sha256(directory.resolve(path));
    }

    /** Where HDUs begin. */
    private static List<Integer> starts(byte[] file) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int at = 0; at < file.length; at += 2880) {
            if (new String(file, at, 8, StandardCharsets.ISO_8859_1).equals("XTENSION")) {
                starts.add(at);
            }
        }
        starts.add(file.length);
        return starts;
    }

    /** Takes the good times of a run out of its file, as archives have it that keep them apart. */
    private static void moveGoodTimes(int run, String path, String to) throws IOException, SQLException {
        byte[] bytes = Files.readAllBytes(file(run));
        List<Integer> starts = starts(bytes);
        assertThat(starts).hasSize(4);
        byte[] primary = Arrays.copyOfRange(bytes, 0, starts.get(1));
        byte[] goodTimes = Arrays.copyOfRange(bytes, starts.get(2), bytes.length);
        Files.write(file(run), Arrays.copyOf(bytes, starts.get(2)));
        Files.write(directory.resolve(path), primary);
        Files.write(directory.resolve(path), goodTimes, StandardOpenOption.APPEND);
        archive.execute("UPDATE cta.data_file SET sha256 = '" + FileStore.sha256(file(run))
                + "' WHERE role = 'event-list' AND obs_publisher_did = '" + runs.get(run) + "'");
        archive.execute(
                "INSERT INTO cta.data_file (obs_publisher_did, role, root, path, file_name, media_type, bytes, sha256,"
                        + " hdus, modified) SELECT '" + to + "', role, root, '" + path + "', '" + path
                        + "', media_type, " + Files.size(directory.resolve(path)) + ", '" + sha256(path)
                        + "', 'GTI', modified FROM cta.data_file WHERE role = 'irf' AND obs_publisher_did = '" + to
                        + "' LIMIT 1");
    }

    @Test
    void theHeaderTellsWhereTheResponsesAreFrom() throws IOException {
        RecordingExchange answer = archive.cut("ID", runs.get(0), "ENERGY", "1 10");
        assertThat(names(answer)).startsWith("-", "EVENTS", "GTI").hasSize(7);
        assertThat(answer.answered("Content-Length")).contains(Integer.toString(answer.bytes().length));
        assertThat(history(answer))
                .contains("All other HDUs of the source as they were")
                .contains("Added from simulated_irf.fits: "
                        + String.join(", ", names(answer).subList(3, 7)))
                .contains("SHA-256 of that file: " + sha256(RESPONSES));
    }

    @Test
    void onlyWhatIsListedIsAdded() throws SQLException {
        String all = String.join(",", names(archive.cut("ID", runs.get(1))).subList(3, 7));
        String listed = all.substring(0, all.indexOf(','));
        String where = "' WHERE role = 'irf' AND obs_publisher_did = '" + runs.get(1) + "'";
        archive.execute("UPDATE cta.data_file SET hdus = '" + listed + where);
        assertThat(names(archive.cut("ID", runs.get(1)))).containsExactly("-", "EVENTS", "GTI", listed);
    }

    @Test
    void goodTimesOfAFileOfTheirOwnAreCutAndWritten() throws IOException, SQLException {
        FitsText before = FitsText.of(file(2));
        moveGoodTimes(2, "times.fits", runs.get(2));
        double start = before.part("EVENTS").header().number("TSTART").orElseThrow();
        TimeFrame frame = TimeFrame.of(before.part("GTI").header());
        RecordingExchange answer =
                archive.cut("ID", runs.get(2), "TIME", frame.utc(start + 100) + " " + frame.utc(start + 400));
        FitsText cut = FitsText.of(answer.bytes());
        assertThat(names(answer)).contains("GTI").hasSize(7);
        double from = cut.part("GTI").columns().get("START").get(0);
        assertThat(from - start).isCloseTo(100, offset(1e-3));
        assertThat(cut.part("EVENTS").header().number("TSTART")).hasValue(from);
        assertThat(cut.part("EVENTS").header().number("ONTIME").orElseThrow()).isCloseTo(300, offset(1e-3));
        assertThat(history(answer)).contains("Added from times.fits: GTI");
        FitsText whole = FitsText.of(archive.cut("ID", runs.get(2)).bytes());
        assertThat(whole.part("GTI").columns()).isEqualTo(before.part("GTI").columns());
    }

    @Test
    void goodTimesOfAnotherRunAreNot() throws IOException, SQLException {
        moveGoodTimes(3, "other.fits", runs.get(4));
        assertThat(names(archive.cut("ID", runs.get(4)))).containsOnlyOnce("GTI");
        assertThat(history(archive.cut("ID", runs.get(4)))).doesNotContain("other.fits");
    }

    @Test
    void responsesInOtherFilesGoBeforeThoseBesideTheEvents() throws IOException, SQLException {
        byte[] responses = Files.readAllBytes(directory.resolve(RESPONSES));
        List<Integer> starts = starts(responses);
        byte[] first = Arrays.copyOfRange(responses, starts.get(1), starts.get(2));
        Files.write(file(5), first, StandardOpenOption.APPEND);
        archive.execute("UPDATE cta.data_file SET sha256 = '" + FileStore.sha256(file(5))
                + "' WHERE role = 'event-list' AND obs_publisher_did = '" + runs.get(5) + "'");
        RecordingExchange answer = archive.cut("ID", runs.get(5));
        assertThat(names(answer)).hasSize(7).doesNotHaveDuplicates();
        assertThat(history(answer)).contains("HDUs of the source as they were, but for responses that other files");
    }

    @Test
    void aResponseFileThatIsNotTheOneListedIsNotGiven() throws SQLException {
        archive.execute("UPDATE cta.data_file SET sha256 = '" + "0".repeat(64)
                + "' WHERE role = 'irf' AND obs_publisher_did = '" + runs.get(6) + "'");
        RecordingExchange answer = archive.cut("ID", runs.get(6));
        assertThat(answer.status()).isGreaterThanOrEqualTo(500);
        assertThat(answer.text()).contains("changed since it was listed").doesNotContain(directory.toString());
        assertThat(archive.cut("ID", runs.get(6), "ENERGY", "1e9 2e9").status()).isEqualTo(204);
    }

    @Test
    void withoutItsResponseFileThereIsNoCutout() throws SQLException {
        archive.execute("UPDATE cta.data_file SET path = 'irf/gone.fits'"
                + " WHERE role = 'irf' AND obs_publisher_did = '" + runs.get(7) + "'");
        RecordingExchange answer = archive.cut("ID", runs.get(7));
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.text()).contains("The file is not there").doesNotContain("gone.fits");
    }
}
