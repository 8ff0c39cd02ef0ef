package org.ctavo.uws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.ctavo.spi.Caller;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ctavo.uws.Bench.await;

/** A disk that is really full, where the system lets a test have a small one. */
class FullDiskTest {

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aJobThatFillsTheDiskSaysSoLeavesNoHalfFileAndDoesNotHinderTheNext(@TempDir Path directory) throws Exception {
        Path small = Files.createDirectory(directory.resolve("small"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small.toString()),
                "This system lets the test have no small disk.");
        try (Bench bench = new Bench();
                JobQueue queue = new JobQueue(bench.pools(), new JobFiles(small, 0), Bench.LIMITS)) {
            queue.register(Bench.kind("test", new Scripted(), 2, Duration.ZERO));
            queue.start();
            Job full = queue.create(Bench.draft("BIG", "5000000"), true);
            Job failed = await(queue, full.id(), Phase.ERROR);
            assertThat(failed.error().orElseThrow().message()).startsWith("NO_ROOM: The service has no room");
            assertThat(failed.error().orElseThrow().isTransient()).isTrue();
            assertThat(failed.results()).isEmpty();
            assertThat(files(small)).isEmpty();
            Job next =
                    queue.create(JobDraft.of("test", "x", Caller.ANONYMOUS, Bench.parameters("BIG", "1000000")), true);
            assertThat(await(queue, next.id(), Phase.COMPLETED).results()).hasSize(1);
            queue.delete(next);
            assertThat(files(small)).isEmpty();
        } finally {
            assertThat(run("umount", small.toString())).isTrue();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
