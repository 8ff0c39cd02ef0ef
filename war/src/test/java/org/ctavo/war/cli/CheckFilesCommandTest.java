package org.ctavo.war.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.ctavo.ingest.simulation.SimulatedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(240)
class CheckFilesCommandTest {
    @TempDir
    private Path directory;

    private Path data;
    private String home;
    private int files;

    @BeforeEach
    void ingest() throws Exception {
        data = directory.resolve("set");
        // The event lists, and the responses that they share.
        files = SimulatedSet.write(data) + 1;
        home = directory.resolve("home").toString();
        try (Launched launched = new Launched("ingest", "--home", home, data.toString())) {
            assertThat(launched.exitCode()).as(launched.errors()).isZero();
        }
    }

    private Path run(int number) {
        return data.resolve("data").resolve("simulated_90000" + number + ".fits");
    }

    private List<String> check(int exitCode, String... options) throws Exception {
        String[] command = Stream.concat(Stream.of("check", "files", "--home", home), Arrays.stream(options))
                .toArray(String[]::new);
        try (Launched launched = new Launched(command)) {
            List<String> lines = launched.output().lines().toList();
            assertThat(launched.exitCode()).as(lines + launched.errors()).isEqualTo(exitCode);
            assertThat(launched.errors()).doesNotContain("Exception").doesNotContain("INFO");
            return lines;
        }
    }

    private static void flip(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void everyFaultIsFoundAndToldWithItsRemedyWhileTheServiceRuns() throws Exception {
        try (Launched service = new Launched("serve", "--home", home)) {
            service.line("ready ");
            assertThat(check(0))
                    .singleElement()
                    .asString()
                    .startsWith(files + " files, ")
                    .endsWith(": all as listed");
            Files.delete(run(1));
            Files.write(run(2), Arrays.copyOf(Files.readAllBytes(run(2)), 5000));
            flip(run(3));
            Path elsewhere = Files.move(run(4), directory.resolve("elsewhere.fits"));
            Files.createSymbolicLink(run(4), elsewhere);
            // Nobody can read a link to itself, not even an administrator.
            Files.delete(run(5));
            Files.createSymbolicLink(run(5), run(5));
            Files.delete(run(6));
            Files.createDirectory(run(6));
            Files.writeString(run(7), "more", StandardOpenOption.APPEND);
            List<String> found = check(1);
            assertThat(found).hasSize(8);
            has(found, 1, "is not there", "put it back from a copy");
            has(found, 2, "has another size (5000 bytes, not ", "put it back from a copy, or ingest it anew");
            has(found, 3, "has other bytes (SHA-256) (", "put it back from a copy, or ingest it anew");
            has(found, 4, "is a link out of its directory", "ingest the directory it lies in");
            has(found, 5, "cannot be read (Too many levels of symbolic links", "let the service's user read it");
            has(found, 6, "is not a file", "put the file back in its place");
            has(found, 7, "has another size", "put it back from a copy");
            assertThat(found.get(7))
                    .startsWith(files + " files, ")
                    .endsWith((files - 7) + " as listed, 7 not (missing 1, outside 1, no file 1, unreadable 1,"
                            + " size 2, checksum 1)");
            // Without reading, a flipped bit is not seen; all else is.
            assertThat(check(1, "--quick", "--readers", "8"))
                    .hasSize(7)
                    .noneMatch(line -> line.contains("other bytes"));
        }
    }

    private void has(List<String> lines, int run, String fault, String remedy) {
        assertThat(lines)
                .filteredOn(line -> line.startsWith("set:data/" + run(run).getFileName() + ": "))
                .singleElement()
                .asString()
                .contains(fault, remedy);
    }

    @Test
    void aRootIsCheckedAloneAndOneThatIsAwayIsToldOnce() throws Exception {
        Path more = directory.resolve("more");
        Files.createDirectories(more);
        try (Launched launched =
                new Launched("ingest", "--home", home, copied(more).toString())) {
            assertThat(launched.exitCode())
                    .as(launched.output() + launched.errors())
                    .isZero();
        }
        flip(run(1));
        assertThat(check(0, "--root", "more")).singleElement().asString().startsWith("1 files, ");
        assertThat(check(1, "--root", "set")).hasSize(2);
        Files.move(data, directory.resolve("moved"));
        List<String> away = check(1);
        assertThat(away).hasSize(2);
        assertThat(away.get(0)).startsWith("set:").contains("is not there or may not be read", "archive.roots");
        assertThat(away.get(1)).contains("(root away " + files + ")");
        try (Launched launched = new Launched("check", "files", "--home", home, "--root", "nowhere")) {
            assertThat(launched.exitCode()).isEqualTo(2);
            assertThat(launched.errors()).contains("there is no 'nowhere' but more, set");
        }
    }

    /** One run under another number, so that it is another product. */
    private Path copied(Path to) throws Exception {
        String text = Files.readString(run(9), StandardCharsets.ISO_8859_1);
        String other = text.replace("OBS_ID  =               900009", "OBS_ID  =               910009")
                .replaceAll("(CHECKSUM|DATASUM ).{72}", " ".repeat(80));
        assertThat(other).isNotEqualTo(text);
        return Files.writeString(to.resolve("copied.fits"), other, StandardCharsets.ISO_8859_1);
    }
}
