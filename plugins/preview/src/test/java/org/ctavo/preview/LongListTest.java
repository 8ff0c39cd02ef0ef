package org.ctavo.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

import org.ctavo.preview.plot.Kind;
import org.ctavo.preview.plot.Pictures;
import org.ctavo.preview.summary.Subject;
import org.ctavo.preview.summary.SummaryReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten million events, in a process that has little memory and a Java that has little else. */
class LongListTest {
    private static final long EVENTS = 10_000_000;

    @TempDir
    private Path directory;

    @Test
    void tenMillionEventsAreDrawnInLittleMemoryAndTime() throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        // No display, no fonts, no image libraries: there need not even be any in the Java.
                        "--limit-modules",
                        "java.base,java.logging,java.sql",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongListTest.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(Files.readString(output)).isEqualTo("drawn " + EVENTS);
        assertThat(process.exitValue()).isZero();
    }

    /** Writes a list and draws it. */
    public static void main(String[] arguments) {
        double start = EventListFile.START;
        Path file = new EventListFile(
                        1, "Long", 83, 22, List.of(new double[] {start, start + 10_000}), EVENTS, i -> new double[] {
                            start + i / 1000.0,
                            83 + (i % 1009 - 504) / 300.0,
                            22 + (i % 997 - 498) / 300.0,
                            0.1 + i % 91
                        })
                .write(Path.of(arguments[0]).resolve("long.fits"));
        Subject subject = Subjecting.of(file, OptionalDouble.of(5));
        System.out.print(
                Pictures.of(SummaryReader.read(subject, file)).containsKey(Kind.PLOT) ? "drawn " + EVENTS : "");
    }
}
