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

/** The server that works on a data directory, as seen from its file {@code postmaster.pid} and its processes. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private final Path data;
    private final Path file;

    Postmaster(Path data) {
        this.data = data;
        this.file = data.resolve("postmaster.pid");
    }

    /** Whether the server of this process number takes connections. */
    boolean isReady(long pid) {
        return pid().filter(number -> number == pid).isPresent()
                && line(STATUS_LINE).filter("ready"::equals).isPresent();
    }

    /** The port of a server that runs on the data; empty if none does. */
    Optional<Integer> port() {
        return running().flatMap(process -> line(PORT_LINE)).map(Integer::valueOf);
    }

    /**
     * Stops the server that a killed process left running, if there is one, and waits for its last process. The caller
     * holds the home's lock, so that whatever works on the data has no master any more.
     */
    void stopLeftover() {
        running().ifPresent(process -> {
            LOG.warn("A killed service left its database running; stopping process {}", process.pid());
            // PostgreSQL's "fast" shutdown: sessions are cut off, everything committed is written.
            signal("INT", process.pid());
        });
        if (!isQuietWithin(60)) {
            workers().forEach(worker -> signal("QUIT", worker.pid()));
            if (!isQuietWithin(30)) {
                throw new Fault(
                        StartFault.DATABASE_START,
                        "Database processes of an earlier run still work on " + data + " and do not stop; end the"
                                + " processes "
                                + workers().stream().map(ProcessHandle::pid).toList()
                                + " and start again");
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

    private boolean isQuietWithin(int seconds) {
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

    private Optional<ProcessHandle> running() {
        return pid().flatMap(ProcessHandle::of).filter(this::worksHere);
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

    private Optional<Long> pid() {
        return line(0).filter(text -> text.matches("\\d{1,10}")).map(Long::valueOf);
    }

    private Optional<String> line(int index) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() > index ? Optional.of(lines.get(index).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Sends a signal to a process; nothing happens if it is gone. */
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
