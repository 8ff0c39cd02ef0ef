package org.ctavo.uws;

import java.nio.file.Path;
import java.time.Duration;

import org.ctavo.database.Login;
import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;

/** A node in a process of its own, for a test to kill. */
final class NodeProcess {
    private NodeProcess() {}

    /** Arguments: JDBC URL, directory of the jobs' files. Runs until it is killed or its input ends. */
    public static void main(String[] args) throws Exception {
        Login owner = new Login(args[0], "ctavo_owner", "test-owner");
        Logins logins = new Logins(
                owner,
                owner.as("ctavo_ingest", "test-ingest"),
                owner.as("ctavo_service", "test-service"),
                owner.as("ctavo_query", "test-query"));
        try (PooledDatabase database = new PooledDatabase(logins, 4, Duration.ofSeconds(60));
                JobQueue queue = new JobQueue(database, new JobFiles(Path.of(args[1]), 0), Bench.LIMITS)) {
            queue.register(Bench.kind("test", new LockedRunner(database, new Scripted()), 4, Duration.ZERO));
            queue.start();
            // A test that dies leaves no process behind: its end of the pipe closes.
            int end = System.in.read();
            assert end < 0;
        }
    }
}
