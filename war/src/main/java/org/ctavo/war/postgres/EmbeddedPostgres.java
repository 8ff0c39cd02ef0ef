package org.ctavo.war.postgres;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;
import org.ctavo.database.Login;
import org.ctavo.database.Logins;
import org.ctavo.database.Roles;
import org.ctavo.spi.Fault;
import org.ctavo.war.settings.StartFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server as a child process, with its data in the home directory: durable, reachable from this machine
 * only, every role with a random password. The caller holds the home's lock. Close it to stop the server.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "ctavo";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(10);

    private final Process process;
    private final Logins logins;
    private volatile boolean isClosing;

    /**
     * Where and how the server runs.
     *
     * @param data directory of the data, made at the first start
     * @param log file that the server writes its messages to
     * @param programs directory where its programs are unpacked
     * @param release of PostgreSQL, such as {@code 18.4.0}
     * @param port to listen at; 0 for any free one
     * @param sharedBuffers bytes of memory for pages
     */
    public record Plan(Path data, Path log, Path programs, String release, int port, long sharedBuffers) {

        Path passwordFile() {
            return data.resolveSibling("database.passwords");
        }

        String major() {
            return release.substring(0, release.indexOf('.'));
        }
    }

    private EmbeddedPostgres(Process process, Logins logins) {
        this.process = process;
        this.logins = logins;
    }

    /**
     * Starts the server, creating its data first if there are none, and stopping what an earlier run left behind.
     *
     * @throws Fault {@link StartFault#DATABASE_START} or {@link StartFault#DATABASE_RELEASE}, saying what to do
     */
    public static EmbeddedPostgres start(Plan plan) {
        try {
            checkRelease(plan);
            Programs programs = Programs.unpacked(plan.programs(), plan.release());
            Passwords passwords = Passwords.in(plan.passwordFile());
            if (Files.isDirectory(plan.data())) {
                new Postmaster(plan.data()).stopLeftover();
            } else {
                new Cluster(programs, plan).create(passwords.administrator("").password());
            }
            Cluster.writeAccessRules(plan.data());
            return started(programs, passwords, plan);
        } catch (IOException e) {
            throw new Fault(
                    StartFault.DATABASE_START,
                    "The embedded database cannot be prepared in " + plan.data() + ": " + Programs.reason(e),
                    e);
        }
    }

    /**
     * How to reach a server that another process of this home has started.
     *
     * @return empty if none runs
     */
    public static Optional<Logins> running(Plan plan) throws IOException {
        Optional<Integer> port = new Postmaster(plan.data()).port();
        return port.isEmpty()
                ? Optional.empty()
                : Optional.of(Passwords.in(plan.passwordFile()).logins(url(port.get(), DATABASE)));
    }

    /** How to reach the database as each role. */
    public Logins logins() {
        return logins;
    }

    /**
     * Has an action done if the server ends though nobody has closed it.
     *
     * @param action run once, in a thread of its own
     */
    public void whenLost(Runnable action) {
        var unused = process.onExit().thenAccept(ended -> {
            if (!isClosing) {
                LOG.error("The embedded database has ended by itself ({}); its log says why", ended.exitValue());
                action.run();
            }
        });
    }

    /** Stops the server: sessions are cut off, everything committed is on disk. */
    @Override
    public void close() {
        isClosing = true;
        if (!process.isAlive()) {
            return;
        }
        Postmaster.signal("INT", process.pid());
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                LOG.warn("The embedded database does not stop; it will recover at the next start");
                Postmaster.signal("QUIT", process.pid());
                process.waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void checkRelease(Plan plan) throws IOException {
        Path version = plan.data().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return;
        }
        String major = Files.readString(version).strip();
        if (!major.equals(plan.major())) {
            throw new Fault(
                    StartFault.DATABASE_RELEASE,
                    "The data in " + plan.data() + " were written by PostgreSQL " + major + ", and this release runs "
                            + plan.major() + "; move the directory away and ingest again, or dump it with the release"
                            + " that wrote it and restore it into a server named by database.url");
        }
    }

    private static EmbeddedPostgres started(Programs programs, Passwords passwords, Plan plan) throws IOException {
        int port = plan.port() == 0 ? freePort() : plan.port();
        List<String> command = new ArrayList<>(programs.lastingCommand("postgres"));
        command.addAll(List.of("-D", plan.data().toString()));
        parameters(plan, port).forEach(parameter -> command.addAll(List.of("-c", parameter)));
        if (Files.exists(plan.log())) {
            Files.move(
                    plan.log(),
                    plan.log().resolveSibling(plan.log().getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(plan.log().toFile())
                .start();
        Logins logins = passwords.logins(url(port, DATABASE));
        EmbeddedPostgres server = new EmbeddedPostgres(process, logins);
        try (Connection connection = connected(process, passwords.administrator(url(port, "postgres")), plan)) {
            Roles.create(connection, DATABASE, logins);
            return server;
        } catch (SQLException e) {
            server.close();
            throw new Fault(
                    StartFault.DATABASE_START,
                    "The roles of the embedded database cannot be made; see " + plan.log(),
                    e);
        } catch (Fault e) {
            server.close();
            throw e;
        }
    }

    private static List<String> parameters(Plan plan, int port) {
        return List.of(
                "listen_addresses=" + LOOPBACK,
                "port=" + port,
                // A socket file would be one more door, and its path may be too long for the system.
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=" + 200,
                "shared_buffers=" + plan.sharedBuffers() / 8192,
                // Or the planner takes a large table for one that must come from the disk, and reads it from end to
                // end.
                "effective_cache_size=" + memory() / 2 / 8192,
                "work_mem=16MB",
                "maintenance_work_mem=128MB",
                "max_wal_size=2GB",
                "random_page_cost=1.1",
                "effective_io_concurrency=16",
                // Compiling pays off for long reports only; most queries of the archive are short.
                "jit=off",
                "password_encryption=scram-sha-256",
                // What users ask is nobody's business: no statement reaches the log.
                "log_min_error_statement=panic",
                "log_min_messages=warning",
                "timezone=UTC",
                "log_timezone=UTC");
    }

    /** Bytes of memory of the machine, or of the container. */
    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 8L << 30;
    }

    private static Connection connected(Process process, Login administrator, Plan plan) throws IOException {
        // Asked by its file, not by its port, where another program may be listening.
        Postmaster postmaster = new Postmaster(plan.data());
        long end = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!postmaster.isReady(process.pid())) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroy();
                throw Cluster.failure("The embedded database does not start", Files.readString(plan.log()), plan.log());
            }
            sleep();
        }
        try {
            return DriverManager.getConnection(administrator.url(), administrator.user(), administrator.password());
        } catch (SQLException e) {
            throw new Fault(
                    StartFault.DATABASE_START,
                    "The embedded database refuses its own service (" + e.getSQLState() + "); the passwords in "
                            + plan.passwordFile() + " may not be those of the data",
                    e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(StartFault.DATABASE_START, "The start was interrupted", e);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
