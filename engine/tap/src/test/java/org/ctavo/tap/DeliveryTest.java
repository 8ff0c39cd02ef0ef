package org.ctavo.tap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.tap.query.Cancellation;
import org.ctavo.tap.query.QueryRequest;
import org.ctavo.tap.query.TapFault;
import org.ctavo.tap.query.UploadedTables;
import org.ctavo.tap.result.ResultFormats;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.TestPostgres;
import org.ctavo.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Clients that wait, hang up or do not read, and queries that end before their time. */
@Timeout(60)
class DeliveryTest {
    private static final String SLEEPY = "SELECT sky_wait(50.0) AS nap FROM sky.types";

    private static TapFixture tap;
    private static TestServer server;

    @BeforeAll
    static void open() throws SQLException {
        tap = TapFixture.open("tap.grace", "300ms", "tap.write-stall", "1s");
        server = TestServer.of(tap.endpoint());
    }

    @AfterAll
    static void close() {
        server.close();
        tap.close();
    }

    /** How many statements of users run now. */
    private static int running(String like) {
        try (Connection superuser = TestPostgres.superuser("postgres");
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
                        + " AND usename = 'ctavo_query' AND query LIKE '%" + like + "%'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static Socket send(String adql, String format) throws IOException {
        URI base = server.base();
        Socket socket = new Socket(base.getHost(), base.getPort());
        String request = "GET /cta/tap/sync?LANG=ADQL&FORMAT=" + format + "&QUERY="
                + URLEncoder.encode(adql, StandardCharsets.UTF_8) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String readable(InputStream answer) {
        try {
            return new String(answer.readNBytes(1000), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"votable", "votable/td", "csv", "tsv"})
    void aClientThatHangsUpCancelsItsSql(String format) throws IOException, InterruptedException {
        String query = SLEEPY.replace("50.0", "5" + format.length() + ".0");
        try (Socket client = send(query, format)) {
            InputStream answer = client.getInputStream();
            // The answer begins though the database is silent.
            String status = new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(status).describedAs(() -> readable(answer)).isEqualTo("HTTP/1.1 200");
            assertThat(running("pg_sleep")).isEqualTo(1);
        }
        await(() -> running("pg_sleep") == 0);
    }

    /** A header line has few letters to send: they are spread over the time. */
    @Test
    void aClientThatHangsUpLateIsNoticedThoughItsFormatHasNoFiller() throws IOException, InterruptedException {
        try (Socket client = send("SELECT sky_wait(59.0) AS late_riser FROM sky.types", "csv")) {
            client.getInputStream().readNBytes(12);
            TimeUnit.MILLISECONDS.sleep(4500);
            assertThat(running("pg_sleep")).isEqualTo(1);
        }
        await(() -> running("pg_sleep") == 0);
    }

    @Test
    void aSlowQueryBeginsItsAnswerAfterTheGrace() throws IOException {
        long start = System.nanoTime();
        RecordingExchange answer = tap.query("SELECT sky_wait(2) AS nap FROM sky.types WHERE id = 1");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1990));
        assertThat(answer.isCommitted()).isTrue();
        assertThat(answer.text()).startsWith("<?xml").endsWith("</VOTABLE>\n");
    }

    @Test
    void aHeaderLineSentByLettersIsWhole() throws IOException {
        assertThat(tap.query("SELECT sky_wait(1.2) AS nap FROM sky.types WHERE id = 1", "FORMAT", "csv")
                        .text())
                .isEqualTo("nap\r\n0\r\n");
    }

    @Test
    void anErrorWithinTheGraceHasItsStatus() throws IOException {
        assertThat(tap.query("SELECT 1/(id-2) AS x FROM sky.types").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"votable", "votable/b", "votable/td"})
    void anErrorAfterTheFirstByteIsToldAtTheEnd(String format) throws IOException, InterruptedException {
        RecordingExchange answer =
                tap.query("SELECT 1/(id-3) + sky_wait(1.5 + 0 * id) AS x FROM sky.types ORDER BY id", "FORMAT", format);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("</TABLE>\n<INFO name=\"QUERY_STATUS\" value=\"ERROR\">")
                .contains("division by zero");
        assertThat(Stilts.votlint(answer.bytes())).noneMatch(line -> line.startsWith("ERROR"));
    }

    @Test
    void aClientThatDoesNotReadLosesItsQuery() throws IOException, InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        OutputStream stuck = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[1], 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("The socket timed out.");
            }
        };
        Thread client = new Thread(() -> {
            try {
                tap.ask(RecordingExchange.get(
                                "/sync",
                                "LANG",
                                "ADQL",
                                "MAXREC",
                                "1000000",
                                "QUERY",
                                "SELECT a.obs_id, b.obs_id AS other FROM sky.observation AS a, sky.observation AS b")
                        .to(stuck));
            } catch (IOException e) {
                // What the container would log.
            }
        });
        client.start();
        await(() -> running("TO STDOUT") == 1);
        await(() -> running("TO STDOUT") == 0);
        // The thread is still with its client, the connection is free.
        assertThat(client.isAlive()).isTrue();
        released.countDown();
        client.join();
    }

    private static QueryRequest request(String adql, Optional<Duration> timeLimit) {
        return new QueryRequest(
                adql,
                ResultFormats.BUILT_IN.preferred().format(),
                100,
                timeLimit,
                Caller.ANONYMOUS,
                server.base(),
                Optional.empty(),
                UploadedTables.NONE);
    }

    @Test
    void aQueryEndsAtItsTimeLimit() {
        assertThatThrownBy(() -> tap.service()
                        .executor()
                        .execute(
                                request(SLEEPY, Optional.of(Duration.ofMillis(200))),
                                OutputStream.nullOutputStream(),
                                new Cancellation()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(TapFault.TIME_LIMIT));
    }

    @Test
    void aTimeLimitDoesNotOutliveItsQuery() throws SQLException, IOException {
        tap.service()
                .executor()
                .execute(
                        request("SELECT id FROM sky.types", Optional.of(Duration.ofMillis(4321))),
                        OutputStream.nullOutputStream(),
                        new Cancellation());
        try (Connection connection = tap.database().asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW statement_timeout")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("1min");
        }
    }

    @Test
    void aCancelledQueryStopsAndItsConnectionLivesOn() throws InterruptedException {
        Cancellation cancellation = new Cancellation();
        Thread canceller = new Thread(() -> {
            try {
                await(() -> running("pg_sleep") == 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cancellation.cancel();
        });
        canceller.start();
        assertThatThrownBy(() -> tap.service()
                        .executor()
                        .execute(request(SLEEPY, Optional.empty()), OutputStream.nullOutputStream(), cancellation))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(TapFault.CANCELLED));
        canceller.join();
        assertThat(running("pg_sleep")).isZero();
    }

    @Test
    void aQueryCancelledBeforehandDoesNotRun() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> tap.service()
                        .executor()
                        .execute(request(SLEEPY, Optional.empty()), OutputStream.nullOutputStream(), cancellation))
                .isInstanceOf(Fault.class);
    }
}
