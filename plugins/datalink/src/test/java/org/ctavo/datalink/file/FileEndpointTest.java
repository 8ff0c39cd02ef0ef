package org.ctavo.datalink.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import org.ctavo.archive.ArchiveFault;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.datalink.SmallArchive;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileEndpointTest {
    private static final String OPEN = "/files/runs/dl3/open%20run.fits";
    private static final Caller MEMBER = new Caller(Optional.of("m"), Set.of("members"), Caller.Authentication.SESSION);
    private static final Caller STRANGER =
            new Caller(Optional.of("s"), Set.of("others"), Caller.Authentication.SESSION);

    @TempDir
    private static Path directory;

    private static SmallArchive archive;
    private static FileEndpoint endpoint;
    private static TestServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws IOException, SQLException {
        archive = new SmallArchive(directory);
        endpoint = new FileEndpoint(new FileCatalogue(archive.database()), archive.store(), Clock.systemUTC());
        server = TestServer.of(endpoint);
    }

    @AfterAll
    static void close() {
        server.close();
        archive.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void sendsTheWholeFileWithWhatAClientNeedsToResume() throws Exception {
        HttpResponse<String> answer = get(OPEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(SmallArchive.CONTENT);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/fits");
        assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(answer.headers().firstValue("ETag").orElseThrow()).matches("\"[0-9a-f]{32}\"");
        assertThat(answer.headers().firstValue("Last-Modified")).contains("Mon, 06 May 2024 07:08:09 GMT");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"open_run.fits\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-4 | bytes 0-4/1000 | 01234",
                "bytes=-3 | bytes 997-999/1000 | 789",
                "bytes=995- | bytes 995-999/1000 | 56789"
            })
    void sendsARange(String range, String contentRange, String body) throws Exception {
        HttpResponse<String> answer = get(OPEN, "Range", range);
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.headers().firstValue("Content-Range")).contains(contentRange);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void sendsSeveralRangesAsMultipart() throws Exception {
        HttpResponse<String> answer = get(OPEN, "Range", "bytes=0-1,5-6");
        assertThat(answer.statusCode()).isEqualTo(206);
        String type = answer.headers().firstValue("Content-Type").orElseThrow();
        assertThat(type).startsWith("multipart/byteranges; boundary=");
        String boundary = "--" + type.substring(type.indexOf('=') + 1);
        assertThat(answer.body())
                .isEqualTo(boundary
                        + "\r\nContent-Type: application/fits\r\nContent-Range: bytes 0-1/1000\r\n\r\n01\r\n"
                        + boundary + "\r\nContent-Type: application/fits\r\nContent-Range: bytes 5-6/1000\r\n\r\n56\r\n"
                        + boundary + "--\r\n");
    }

    @Test
    void aRangeBeyondTheFileIsUnsatisfiable() throws Exception {
        HttpResponse<String> answer = get(OPEN, "Range", "bytes=1000-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */1000");
    }

    @Test
    void conditionsAreThoseOfHttp() throws Exception {
        String etag = get(OPEN).headers().firstValue("ETag").orElseThrow();
        assertThat(get(OPEN, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(get(OPEN, "If-None-Match", "\"other\", W/" + etag).statusCode())
                .isEqualTo(304);
        assertThat(get(OPEN, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(get(OPEN, "If-Modified-Since", "Mon, 06 May 2024 07:08:09 GMT")
                        .statusCode())
                .isEqualTo(304);
        assertThat(get(OPEN, "If-Modified-Since", "Sun, 05 May 2024 07:08:09 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(OPEN, "If-Modified-Since", "Monday, 06-May-24 07:08:09 GMT")
                        .statusCode())
                .isEqualTo(304);
        assertThat(get(OPEN, "If-Modified-Since", "Mon May  6 07:08:09 2024").statusCode())
                .isEqualTo(304);
        assertThat(get(OPEN, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
        assertThat(get(OPEN, "If-Match", "\"other\"").statusCode()).isEqualTo(412);
        assertThat(get(OPEN, "If-Match", "W/" + etag).statusCode()).isEqualTo(412);
        assertThat(get(OPEN, "If-Match", etag).statusCode()).isEqualTo(200);
        assertThat(get(OPEN, "If-Unmodified-Since", "Sun, 05 May 2024 07:08:09 GMT")
                        .statusCode())
                .isEqualTo(412);
        assertThat(get(OPEN, "Range", "bytes=0-1", "If-Range", etag).statusCode())
                .isEqualTo(206);
        assertThat(get(OPEN, "Range", "bytes=0-1", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void headTellsTheSizeAndSendsNothing() throws IOException {
        RecordingExchange head = RecordingExchange.of("HEAD", "/runs/dl3/open run.fits");
        endpoint.handle(head);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.answered("Content-Length")).contains("1000");
        assertThat(head.bytes()).isEmpty();
    }

    @Test
    void proprietaryBytesNeedAMember() throws IOException {
        String path = "/runs/dl3/kept run.fits";
        assertThatThrownBy(() -> endpoint.handle(RecordingExchange.get(path)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(RequestFault.LOGIN_NEEDED));
        RecordingExchange stranger = RecordingExchange.get(path).from(STRANGER);
        assertThatThrownBy(() -> endpoint.handle(stranger))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(RequestFault.NOT_ALLOWED))
                .hasMessageContaining("2999-12-31");
        assertThat(stranger.bytes()).isEmpty();
        RecordingExchange member = RecordingExchange.get(path).from(MEMBER);
        endpoint.handle(member);
        assertThat(member.status()).isEqualTo(200);
        assertThat(member.text()).isEqualTo(SmallArchive.CONTENT);
        assertThat(member.answered("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void secureFilesAreAsIfTheyWereNotThere() throws IOException {
        assertThat(code(RecordingExchange.get("/runs/dl3/hidden run.fits"))).isEqualTo(RequestFault.NO_SUCH_RESOURCE);
        assertThat(code(RecordingExchange.get("/runs/dl3/hidden run.fits").from(STRANGER)))
                .isEqualTo(RequestFault.NO_SUCH_RESOURCE);
        RecordingExchange member =
                RecordingExchange.get("/runs/dl3/hidden run.fits").from(MEMBER);
        endpoint.handle(member);
        assertThat(member.text()).isEqualTo(SmallArchive.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/runs",
                "/runs/",
                "/runs/dl3",
                "/runs/dl3/",
                "/runs/../runs/dl3/open run.fits",
                "/runs/dl3/../../../etc/passwd",
                "//etc/passwd",
                "/runs//etc/passwd",
                "/runs/dl3/open run.fits/",
                "/runs/dl3/open run.fits\0",
                "/runs\0/dl3/open run.fits",
                "/runs/dl3/./open run.fits",
                "/runs/dl3\\open run.fits",
                "/RUNS/dl3/open run.fits",
                "/runs/dl3/%6fpen run.fits",
                "/' OR 1=1 --/x",
                "/runs/dl3/unlisted.fits"
            })
    void nothingButListedFilesIsReached(String path) throws IOException {
        Files.writeString(archive.directory().resolve("dl3").resolve("unlisted.fits"), "x");
        assertThat(code(RecordingExchange.get(path))).isEqualTo(RequestFault.NO_SUCH_RESOURCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cta/files/runs/dl3/..%2f..%2f..%2fetc/passwd", "/cta/files/runs/%2e%2e/%2e%2e/etc/passwd",
                "/cta/files/runs/dl3/open%00.fits", "/cta/files/runs/dl3/%252e%252e/etc/passwd"
            })
    void encodedTraversalIsRefused(String target) throws IOException {
        try (Socket socket = new Socket("localhost", server.base().getPort())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertThat(status).startsWith("HTTP/1.1 40");
        }
    }

    @Test
    void aFileThatChangedSinceItWasListedIsNotSent() throws IOException {
        Path file = archive.directory().resolve("dl3").resolve("kept run.fits");
        Files.writeString(file, "changed");
        try {
            assertThat(code(RecordingExchange.get("/runs/dl3/kept run.fits").from(MEMBER)))
                    .isEqualTo(RequestFault.BUSY);
        } finally {
            Files.writeString(file, SmallArchive.CONTENT);
        }
    }

    @Test
    void aFileThatIsGoneIsNotFoundByThoseWhoMayHaveItAndRefusedToOthers() throws IOException {
        Path file = archive.directory().resolve("dl3").resolve("kept run.fits");
        Path aside = file.resolveSibling("aside");
        Files.move(file, aside);
        try {
            assertThatThrownBy(() -> endpoint.handle(
                            RecordingExchange.get("/runs/dl3/kept run.fits").from(MEMBER)))
                    .isInstanceOfSatisfying(Fault.class, fault -> assertThat(
                                    fault.code().category().status())
                            .isEqualTo(404))
                    .hasMessageContaining("not there; tell the archive's operator");
            assertThat(code(RecordingExchange.get("/runs/dl3/kept run.fits"))).isNotEqualTo(ArchiveFault.NO_SUCH_FILE);
        } finally {
            Files.move(aside, file);
        }
    }

    private static Object code(RecordingExchange exchange) throws IOException {
        try {
            endpoint.handle(exchange);
            return exchange.status();
        } catch (Fault e) {
            return e.code();
        }
    }
}
