package org.ctavo.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.ctavo.archive.Lineage;
import org.ctavo.database.Login;
import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;

/** An ingest in a process of its own, to be killed. Arguments: URL, directory, then user and password of four roles. */
final class IngestProcess {
    private IngestProcess() {}

    public static void main(String[] arguments) {
        Login owner = new Login(arguments[0], arguments[2], arguments[3]);
        Logins logins = new Logins(
                owner,
                owner.as(arguments[4], arguments[5]),
                owner.as(arguments[6], arguments[7]),
                owner.as(arguments[8], arguments[9]));
        try (PooledDatabase database = new PooledDatabase(logins, 2, Duration.ofSeconds(60))) {
            IngestReport report = new IngestService(database, TestArchive.settings(Map.of()), Lineage.NONE)
                    .ingest(List.of(Path.of(arguments[1])), Progress.log());
            System.exit(report.exitCode());
        }
    }
}
