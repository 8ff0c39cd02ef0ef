package org.ctavo.datalink.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ctavo.archive.FileCatalogue;
import org.ctavo.datalink.SmallArchive;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Queries;
import org.ctavo.spi.QueryAnswer;
import org.ctavo.spi.QueryRow;
import org.ctavo.spi.RequestFault;
import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PackageEndpointTest {
    private static final Caller MEMBER = new Caller(Optional.of("m"), Set.of("members"), Caller.Authentication.SESSION);
    private static final Caller STRANGER =
            new Caller(Optional.of("s"), Set.of("others"), Caller.Authentication.SESSION);

    @TempDir
    private static Path directory;

    private static SmallArchive archive;

    @BeforeAll
    static void open() throws IOException, SQLException {
        archive = new SmallArchive(directory);
        try (Connection connection = archive.database().asIngest();
                Statement statement = connection.createStatement()) {
            // They hold digits: no event lists.
            statement.execute("UPDATE cta.data_file SET role = 'data'");
        }
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    /** Finds the same products whatever the query, one row more than asked for if need be. */
    private record Found(List<String> products) implements Queries {

        @Override
        public void answer(Exchange exchange, QueryAnswer answer) {
            throw new UnsupportedOperationException("Packages read rows.");
        }

        @Override
        public void refuse(Exchange exchange, Fault fault, String message) {
            throw new UnsupportedOperationException("Packages read rows.");
        }

        @Override
        public boolean read(Caller caller, String adql, long maxrec, RowReader reader) throws IOException {
            for (String product : products.subList(0, (int) Math.min(maxrec, products.size()))) {
                reader.row(new Row(product));
            }
            return products.size() > maxrec;
        }
    }

    /** A row with the identifier in its second column. */
    private record Row(String product) implements QueryRow {

        @Override
        public List<String> columns() {
            return List.of("obs_id", "OBS_PUBLISHER_DID");
        }

        @Override
        public Optional<String> text(int column) {
            return column == 1 ? Optional.of(product) : Optional.empty();
        }
    }

    private static PackageEndpoint endpoint(int mostProducts, long mostBytes, String... found) {
        return new PackageEndpoint(
                new Found(List.of(found)),
                new FileCatalogue(archive.database()),
                archive.store(),
                new PackageLimits(mostProducts, mostBytes),
                new Terms(Map.of(), Map.of()),
                Clock.systemUTC());
    }

    private static RecordingExchange ask(Caller caller, String... parameters) throws IOException {
        RecordingExchange exchange = RecordingExchange.get("", parameters).from(caller);
        endpoint(10, 1_000_000).handle(exchange);
        return exchange;
    }

    @Test
    void aMemberHasAllThatIsAskedFor() throws IOException {
        RecordingExchange answer = ask(
                MEMBER, "ID", SmallArchive.id("hidden"), "ID", SmallArchive.id("kept"), "ID", SmallArchive.id("open"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.answered("Content-Type")).contains("application/x-tar");
        assertThat(answer.answered("Cache-Control")).contains("private, no-cache");
        assertThat(answer.text())
                .contains("runs/dl3/hidden_run.fits", "runs/dl3/kept_run.fits", "runs/dl3/open_run.fits");
        assertThat(answer.bytes().length)
                .isEqualTo(Integer.parseInt(answer.answered("Content-Length").orElseThrow()));
    }

    @Test
    void whatTheCallerMayNotHaveIsNamedAndRefused() {
        assertThatThrownBy(() -> ask(Caller.ANONYMOUS, "ID", SmallArchive.id("kept"), "ID", SmallArchive.id("open")))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(RequestFault.LOGIN_NEEDED))
                .hasMessageContaining(SmallArchive.id("kept"))
                .hasMessageNotContaining(SmallArchive.id("open"));
        assertThatThrownBy(() -> ask(STRANGER, "ID", SmallArchive.id("kept"), "FORMAT", "wget"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(RequestFault.NOT_ALLOWED));
    }

    @Test
    void aSecureProductIsAnsweredLikeOneThatDoesNotExist() {
        for (String name : List.of("hidden", "absent")) {
            assertThatThrownBy(() -> ask(STRANGER, "ID", SmallArchive.id(name)))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(PackageFault.NO_SUCH_PRODUCT))
                    .hasMessage("The archive has no files of " + SmallArchive.id(name)
                            + "; leave them out, or correct the identifiers.");
        }
    }

    @Test
    void aPackageHasLimits() {
        RecordingExchange two = RecordingExchange.get("", "ID", SmallArchive.id("open"), "ID", SmallArchive.id("kept"));
        assertThatThrownBy(() -> endpoint(1, 1_000_000).handle(two))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(PackageFault.PACKAGE_TOO_LARGE))
                .hasMessageContaining("1 data products at most");
        RecordingExchange large = RecordingExchange.get("", "ID", SmallArchive.id("open"));
        assertThatThrownBy(() -> endpoint(1, 999).handle(large)).hasMessageContaining("1000 bytes together");
        RecordingExchange query = RecordingExchange.get("", "QUERY", "SELECT obs_publisher_did FROM ivoa.obscore");
        assertThatThrownBy(() -> endpoint(1, 999, "ivo://a/b?1", "ivo://a/b?2").handle(query))
                .hasMessageContaining("1 data products at most");
    }

    @Test
    void aQueryFindsTheProducts() throws IOException {
        RecordingExchange query = RecordingExchange.get("", "QUERY", "SELECT * FROM ivoa.obscore", "FORMAT", "curl");
        endpoint(5, 1_000_000, SmallArchive.id("open")).handle(query);
        assertThat(query.text())
                .startsWith("#!/bin/sh\n")
                .contains("'runs/dl3/open_run.fits' 1000 'http://localhost:8080/cta/files/runs/dl3/open%20run.fits'");
    }

    @Test
    void mustIgnoreRangesOfPost() throws IOException {
        RecordingExchange post = RecordingExchange.post("", "ID", SmallArchive.id("open"))
                .withHeader("Range", "bytes=0-9")
                .withHeader("If-None-Match", "*");
        endpoint(5, 1_000_000).handle(post);
        assertThat(post.status()).isEqualTo(200);
    }

    @Test
    void asksForWhatItNeeds() {
        assertThatThrownBy(() -> ask(MEMBER)).hasMessageContaining("either ID");
        assertThatThrownBy(() -> ask(MEMBER, "ID", "ivo://a/b?1", "QUERY", "SELECT 1"))
                .hasMessageContaining("either ID");
        assertThatThrownBy(() -> ask(MEMBER, "ID", "ivo://a/b?1", "RESPONSEFORMAT", "application/zip"))
                .hasMessageContaining("tar, curl or wget");
    }
}
