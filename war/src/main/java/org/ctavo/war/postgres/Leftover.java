package org.ctavo.war.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.ctavo.spi.Fault;
import org.ctavo.war.settings.StartFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that a killed process left running. The caller holds the home's lock, so whatever still works on the data
 * has no master any more.
 */
final class Leftover {
    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final int PORT_LINE = 3;

    private final Path data;

    Leftover(Path data) {
        this.data = data;
    }

    /** Stops the server, if there is one, and waits for its last process. */
    void stop() {
        Path file = data.resolve("postmaster.pid");
        Optional<ProcessHandle> postmaster =
                pid(file).flatMap(ProcessHandle::of).filter(this::worksHere);
        if (postmaster.isPresent()) {
            LOG.warn(
                    "A killed service left its database running; stopping process {}",
                    postmaster.get().pid());
            // PostgreSQL's "fast" shutdown: sessions are cut off, everything committed is written.
            signal("INT", postmaster.get().pid());
        }
        if (!quietWithin(60)) {
            workers().forEach(worker -> signal("QUIT", worker.pid()));
            if (!quietWithin(30)) {
                throw new Fault(
                        StartFault.DATABASE_START,
                        "A database process of an earlier run still works on " + data
                                + " and does not stop; end the processes " + workers() + " and start again");
            }
        }
        try {
            // After a restart of the machine the number may belong to any process, which PostgreSQL would take for
            // its own; nothing works on the data now, as was seen above.
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Fault(StartFault.DATABASE_START, "The file " + file + " cannot be removed", e);
        }
    }

    /** The port of a server that runs on the data; empty if none does. */
    Optional<Integer> port() {
        Path file = data.resolve("postmaster.pid");
        return pid(file)
                .flatMap(ProcessHandle::of)
                .filter(this::worksHere)
                .flatMap(postmaster -> line(file, PORT_LINE))
                .map(Integer::valueOf);
    }

    private boolean quietWithin(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!workers().isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private List<ProcessHandle> workers() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    /** Every process of a PostgreSQL server has its data directory as working directory. */
    private boolean worksHere(ProcessHandle process) {
        try {
            Path directory = Path.of("/proc", Long.toString(process.pid()), "cwd");
            return Files.readSymbolicLink(directory).equals(data.toRealPath())
                    && process.info()
                            .command()
                            .map(command -> command.endsWith("postgres"))
                            .orElse(true);
        } catch (IOException e) {
            // Gone meanwhile, or another user's and so not ours.
            return false;
        }
    }

    private static Optional<Long> pid(Path file) {
        return line(file, 0).map(Long::valueOf);
    }

    private static Optional<String> line(Path file, int index) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() > index
                    ? Optional.of(lines.get(index).strip()).filter(text -> text.matches("\\d{1,10}"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Fault(StartFault.DATABASE_START, "The program `kill` cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
