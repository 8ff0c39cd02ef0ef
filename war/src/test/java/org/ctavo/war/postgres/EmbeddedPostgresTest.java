package org.ctavo.war.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.ctavo.database.Login;
import org.ctavo.spi.Fault;
import org.ctavo.war.settings.Build;
import org.ctavo.war.settings.StartFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

@Timeout(120)
class EmbeddedPostgresTest {
    private static final Path PROGRAMS = Path.of(System.getProperty("ctavo.root"), "war", "target", "postgresql");

    @TempDir
    private Path home;

    private EmbeddedPostgres.Plan plan;

    @BeforeEach
    void plan() {
        plan = plan(0, PROGRAMS);
    }

    private EmbeddedPostgres.Plan plan(int port, Path programs) {
        return new EmbeddedPostgres.Plan(
                home.resolve("database"),
                home.resolve("postgresql.log"),
                programs,
                Build.read().postgres(),
                port,
                32L << 20);
    }

    private static String first(Login login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void dataOutliveTheServerAndEverythingIsDurableAndClosed() throws Exception {
        Login owner;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(plan)) {
            owner = server.logins().owner();
            first(owner, "CREATE SCHEMA kept; CREATE TABLE kept.row AS SELECT 42 AS answer");
            assertThat(first(owner, "SHOW fsync")).isEqualTo("on");
            assertThat(first(owner, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(first(owner, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            for (String password : List.of("", "guess")) {
                Login thief = new Login(owner.url(), "ctavo_admin", password);
                assertThatThrownBy(() -> first(thief, "SELECT 1")).isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() -> first(server.logins().query(), "SELECT answer FROM kept.row"))
                    .hasMessageContaining("permission denied");
            assertThat(EmbeddedPostgres.running(plan)).hasValue(server.logins());
        }
        assertThat(EmbeddedPostgres.running(plan)).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plan.passwordFile())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(plan.log())).doesNotContain(owner.password());
        try (EmbeddedPostgres again = EmbeddedPostgres.start(plan)) {
            assertThat(first(again.logins().owner(), "SELECT answer FROM kept.row"))
                    .isEqualTo("42");
        }
    }

    @Test
    void aHalfMadeDatabaseIsMadeAnew() throws Exception {
        Files.createDirectories(home.resolve("database.partial").resolve("base"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(plan)) {
            assertThat(first(server.logins().query(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(home.resolve("database.partial")).doesNotExist();
    }

    @Test
    void dataOfAnotherMajorReleaseAreLeftAlone() throws IOException {
        Files.createDirectories(plan.data());
        Files.writeString(plan.data().resolve("PG_VERSION"), "16\n");
        refused(plan, StartFault.DATABASE_RELEASE, "written by PostgreSQL 16");
        assertThat(plan.data()).isDirectoryContaining("glob:**/PG_VERSION");
    }

    @Test
    void aTakenPortIsNamedWithItsSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(plan(taken.getLocalPort(), PROGRAMS), StartFault.DATABASE_START, "database.embedded.port");
        }
    }

    @Test
    void programsThatCannotBeUnpackedAreNamed() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        refused(plan(0, file), StartFault.DATABASE_START, "cannot be unpacked to " + file);
    }

    private static void refused(EmbeddedPostgres.Plan plan, StartFault code, String message) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(plan))
                .hasMessageContaining(message)
                .asInstanceOf(type(Fault.class))
                .extracting(Fault::code)
                .isEqualTo(code);
    }

    @Test
    void whatTheProgramsSayBecomesARemedy() {
        assertThat(Cluster.failure("It fails", "unshare: unshare failed: Operation not permitted", plan.log()))
                .hasMessageContaining("run as a plain user");
        assertThat(Cluster.failure("It fails", "could not write: No space left on device", plan.log()))
                .hasMessageContaining("the disk is full");
        assertThat(Cluster.failure("It fails", "first\nlast words\n", plan.log()))
                .hasMessageContaining("last words")
                .hasMessageContaining("postgresql.log");
    }
}
