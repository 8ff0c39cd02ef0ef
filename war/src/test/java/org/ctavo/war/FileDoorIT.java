package org.ctavo.war;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.ctavo.archive.FileStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The file door behind the real Tomcat: what people's programs do there, and what those try who should get nothing. */
@Timeout(120)
class FileDoorIT {
    private static final String SECRET = "the-bytes-of-somebody-else";
    private static final String OPEN = "/files/runs/dl3/open%20run.fits";
    private static final Instant MODIFIED = Instant.parse("2024-05-06T07:08:09Z");
    private static final byte[] CONTENT = new byte[200_000];

    @TempDir
    private static Path directory;

    private static RunningService service;

    @BeforeAll
    static void open() throws IOException, SQLException {
        new Random(6).nextBytes(CONTENT);
        Path root = Files.createDirectories(directory.toRealPath().resolve("runs"));
        Files.createDirectories(root.resolve("dl3"));
        Files.writeString(directory.resolve("secret.txt"), SECRET);
        Files.writeString(root.resolve("dl3/unlisted.fits"), SECRET);
        Files.createSymbolicLink(root.resolve("dl3/link.fits"), Path.of("../../secret.txt"));
        Files.createSymbolicLink(root.resolve("up"), Path.of(".."));
        service = RunningService.start();
        try (Connection connection = service.service().database().asIngest();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO archive.file_root (name, directory) VALUES ('runs', '" + root + "')");
            product(connection, "open", "public", "2020-01-01");
            product(connection, "kept", "proprietary", "2999-12-31");
            product(connection, "hidden", "public", "2020-01-01");
            list(connection, "open", write(root, "dl3/open run.fits"), "dl3/open run.fits");
            list(connection, "kept", write(root, "dl3/kept.fits"), "dl3/kept.fits");
            list(connection, "hidden", write(root, "dl3/hidden.fits"), "dl3/hidden.fits");
            // Even a list that somebody has tampered with leads nowhere else.
            list(connection, "open", directory.resolve("secret.txt"), "dl3/link.fits");
            list(connection, "open", directory.resolve("secret.txt"), "up/secret.txt");
            list(connection, "open", directory.resolve("secret.txt"), "../secret.txt");
            list(connection, "open", directory.resolve("secret.txt"), directory.resolve("secret.txt") + "");
            statement.execute("SELECT cta.secure_product('ivo://test.archive/runs?hidden', '{members}')");
        }
    }

    private static Path write(Path root, String path) throws IOException {
        Path file = Files.write(root.resolve(path), CONTENT);
        return Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
    }

    private static void product(Connection connection, String name, String rights, String release) throws SQLException {
        try (PreparedStatement product = connection.prepareStatement(
                """
                INSERT INTO cta.data_product (dataproduct_type, calib_level, obs_collection, obs_id, obs_publisher_did,
                    s_ra, s_dec, s_region, data_rights, obs_release_date, access_groups)
                VALUES ('event', 2, 'runs', ?, 'ivo://test.archive/runs?' || ?, 83, 22, '{83,22,2}', ?,
                        ?::pg_catalog.timestamp, '{members}')""")) {
            product.setString(1, name);
            product.setString(2, name);
            product.setString(3, rights);
            product.setString(4, release);
            product.executeUpdate();
        }
    }

    private static void list(Connection connection, String product, Path file, String path)
            throws IOException, SQLException {
        try (PreparedStatement listed = connection.prepareStatement(
                """
                INSERT INTO cta.data_file
                    (obs_publisher_did, role, root, path, file_name, media_type, bytes, sha256, modified)
                VALUES ('ivo://test.archive/runs?' || ?, 'data', 'runs', ?, 'x', 'application/fits', ?, ?,
                        '2024-05-06 07:08:09')""")) {
            listed.setString(1, product);
            listed.setString(2, path);
            listed.setLong(3, Files.size(file));
            listed.setString(4, FileStore.sha256(file));
            listed.executeUpdate();
        }
    }

    @AfterAll
    static void close() {
        service.close();
    }

    /** Sends bytes as they stand, as no honest client would, and reads all there is. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String get(String target, String... headers) throws IOException {
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        Arrays.stream(headers).forEach(header -> request.append(header).append("\r\n"));
        return raw(request + "Connection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cta/files/runs/../../../secret.txt",
                "/cta/files/runs/../secret.txt",
                "/cta/files/runs/dl3/../../secret.txt",
                "/cta/files/../../../../../../etc/passwd",
                "/cta/files/runs/..%2fsecret.txt",
                "/cta/files/runs/%2e%2e/secret.txt",
                "/cta/files/runs/%2e%2e%2fsecret.txt",
                "/cta/files/runs/.%2e/secret.txt",
                "/cta/files/runs/%252e%252e%252fsecret.txt",
                "/cta/files/runs/%25252e%25252e/secret.txt",
                "/cta/files/runs/..%5csecret.txt",
                "/cta/files/runs/..\\secret.txt",
                "/cta/files/runs/dl3\\..\\..\\secret.txt",
                "/cta/files/runs/%c0%ae%c0%ae/secret.txt",
                "/cta/files/runs/%c0%ae%c0%ae%c0%afsecret.txt",
                "/cta/files/runs/%e0%80%ae%e0%80%ae/secret.txt",
                "/cta/files/runs/\u00c0\u00ae\u00c0\u00ae/secret.txt",
                "/cta/files/runs/%uff0e%uff0e/secret.txt",
                "/cta/files/runs/%ef%bc%8e%ef%bc%8e/secret.txt",
                "/cta/files/runs/..;/secret.txt",
                "/cta/files/runs/..;a=b/secret.txt",
                "/cta/files/runs;/../secret.txt",
                "/cta/files/runs/;/../../secret.txt",
                "/cta/files/runs/dl3/unlisted.fits",
                "/cta/files/runs/dl3/unlisted.fits;x=/dl3/open%20run.fits",
                "/cta/files/runs/dl3/open%20run.fits/../unlisted.fits",
                "/cta/files/runs/dl3/unlisted.fits%00open%20run.fits",
                "/cta/files/runs/dl3/open%20run.fits%00",
                "/cta/files/runs/dl3/open%20run.fits%00.txt",
                "/cta/files/runs%00/dl3/open%20run.fits",
                "/cta/files/runs/dl3/link.fits",
                "/cta/files/runs/up/secret.txt",
                "/cta/files/runs/up/runs/dl3/unlisted.fits",
                "/cta/files//etc/passwd",
                "/cta/files/runs//etc/passwd",
                "/cta/files/runs/%2fetc/passwd",
                "/cta/files/file:/etc/passwd",
                "/cta/files/file:///etc/passwd",
                "/cta/files/C:/Windows/win.ini",
                "/cta/files/runs/C:%5cWindows%5cwin.ini",
                "/cta/files/runs/dl3/",
                "/cta/files/runs/dl3",
                "/cta/files/runs/",
                "/cta/files/",
                "/cta/files/runs/dl3/open%20run.fits/",
                "/cta/files/RUNS/dl3/open%20run.fits",
                "/cta/files/runs/dl3/OPEN%20RUN.FITS",
                "/cta/files/runs/dl3/open%20run.fits%20",
                "/cta/files/runs/dl3/open%20run.fits.",
                "/cta/files/runs/dl3/open%20run.fits::$DATA",
                "/cta/files/runs/dl3/*",
                "/cta/files/runs/dl3/open%",
                "/cta/files/runs/dl3/%zz",
                "/cta/files/'%20OR%20'1'='1/x",
                "/cta/files/runs/%25",
                "/cta/WEB-INF/web.xml",
                "/cta/files/../WEB-INF/web.xml",
                "/cta/files/%2e%2e/WEB-INF/web.xml",
                "/cta/META-INF/MANIFEST.MF",
                "/../../../../etc/passwd",
                "http://elsewhere/cta/files/runs/../secret.txt"
            })
    void nothingElseOfTheDiskIsReached(String target) throws IOException {
        String answer = get(target);
        assertThat(answer).matches(Pattern.compile("HTTP/1\\.1 (400|404) .*", Pattern.DOTALL));
        assertThat(answer).doesNotContain(SECRET, "root:", "<web-app", directory.toString(), "\tat ", "SQL", "Tomcat/");
    }

    @Test
    void aTamperedListLeadsNowhereByAnAbsolutePath() throws IOException {
        String answer = get("/cta/files/runs/" + directory.resolve("secret.txt"));
        assertThat(answer).startsWith("HTTP/1.1 404").doesNotContain(SECRET);
        answer = get(
                "/cta/files/runs/" + directory.resolve("secret.txt").toString().replace("/", "%2f"));
        assertThat(answer)
                .matches(Pattern.compile("HTTP/1\\.1 40[04] .*", Pattern.DOTALL))
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "/cta/files/runs/dl3/open%20run.fits%0d%0aX-Injected:%201 | Accept: */*",
                "/cta/files/runs/dl3/x%0d%0aX-Injected:1%0d%0a%0d%0aHTTP/1.1%20200%20OK | Accept: */*",
                "/cta/files/runs/%E5%98%8A%E5%98%8DX-Injected:1 | Accept: */*",
                "/cta/datalink/links?ID=ivo://x/y%0d%0aX-Injected:%201 | Accept: */*",
                "/cta/datalink/links?RESPONSEFORMAT=text/xml%0d%0aX-Injected:%201 | Accept: */*",
                "/cta/datalink/links?MAXREC=1%0d%0aX-Injected:%201 | Accept: */*",
                "/cta/datalink/package?ID=ivo://x/y%0d%0aX-Injected:%201 | Accept: */*",
                "/cta/datalink/package?ID=ivo://x/y&FORMAT=curl%0d%0aX-Injected:%201 | Accept: */*",
                "/cta/datalink/package?QUERY=SELECT%0d%0aX-Injected:%201 | Accept: */*",
                "/cta/files/runs/dl3/open%20run.fits | Range: bytes=0-1<CR><LF> X-Injected: 1",
                "/cta/files/runs/dl3/open%20run.fits | Range: bytes=0-1<CR>X-Injected: 1",
                "/cta/files/runs/dl3/open%20run.fits | Range: bytes=0-1<LF>X-Injected: 1",
                "/cta/files/runs/dl3/open%20run.fits | If-None-Match: \"a<CR>X-Injected: 1\"",
                "/cta/files/runs/dl3/open%20run.fits | If-Range: \"<NUL>X-Injected: 1\"",
                "/cta/files/runs/dl3/open%20run.fits | If-Modified-Since: Mon<NUL>, X-Injected: 1",
                "/cta/files/runs/dl3/open%20run.fits | Host: evil<CR><LF>X-Injected: 1",
                "/cta/files/runs/dl3/open%20run.fits | X-Forwarded-Host: evil<LF>X-Injected: 1",
                "/cta/files/runs/dl3/open%20run.fits HTTP/1.1<CR><LF>X-Injected: 1<CR><LF>X: | Accept: */*",
            })
    void noRequestWritesAHeaderOfTheAnswer(String target, String header) throws IOException {
        String answer = get(control(target), control(header));
        String head = answer.split("\r\n\r\n", 2)[0];
        assertThat(head).startsWith("HTTP/1.1 ").doesNotContainIgnoringCase("\nX-Injected", "\rX-Injected");
        assertThat(answer.split("HTTP/1\\.1 [1-5]", -1)).hasSize(2);
    }

    private static String control(String text) {
        return text.replace("<CR>", "\r").replace("<LF>", "\n").replace("<NUL>", "\0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-18446744073709551616",
                "bytes=-18446744073709551616",
                "bytes=9223372036854775807-9223372036854775808",
                "bytes=5-1",
                "bytes=1-2-3",
                "bytes=--1",
                "bytes=0x1-0x2",
                "bytes=٠-٩",
                "bytes=,",
                "bytes=0-,0-,0-,0-",
                "bytes= ",
                "none=0-1"
            })
    void rangesThatMakeNoSenseGiveTheWholeFile(String range) throws IOException {
        String answer = get("/cta" + OPEN, "Range: " + range);
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(answer.split("\r\n\r\n", 2)[1]).hasSize(CONTENT.length);
    }

    @Test
    void manyRangesDoNotMultiplyTheFile() throws IOException {
        String many = "bytes=" + "0-199999,".repeat(500) + "0-1";
        assertThat(get("/cta" + OPEN, "Range: " + many).length()).isLessThan(CONTENT.length + 2000);
        String tiny = "bytes=0-0" + ",2-2".repeat(2000);
        assertThat(get("/cta" + OPEN, "Range: " + tiny).length()).isLessThan(CONTENT.length + 2000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void proprietaryBytesNeedALogin(String method) throws Exception {
        for (String[] headers : List.of(
                new String[] {"Accept", "*/*"},
                new String[] {"Range", "bytes=0-9"},
                new String[] {"If-None-Match", "*"},
                new String[] {"If-Modified-Since", "Mon, 06 May 2024 07:08:09 GMT"})) {
            HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri("/files/runs/dl3/kept.fits"))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .headers(headers)
                    .build());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
            assertThat(answer.body().length()).isLessThan(300);
        }
    }

    @Test
    void packagesHaveNothingThatTheDoorRefuses() throws Exception {
        HttpResponse<String> kept = service.get("/datalink/package?ID=" + id("open") + "&ID=" + id("kept"));
        assertThat(kept.statusCode()).isEqualTo(401);
        assertThat(kept.body()).contains("ivo://test.archive/runs?kept").doesNotContain("runs?open");
        HttpResponse<String> script = service.get("/datalink/package?FORMAT=curl&ID=" + id("kept"));
        assertThat(script.statusCode()).isEqualTo(401);
        HttpResponse<String> hidden = service.get("/datalink/package?ID=" + id("hidden"));
        HttpResponse<String> absent = service.get("/datalink/package?ID=" + id("absent"));
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body().replace("hidden", "absent")).isEqualTo(absent.body());
    }

    private static String id(String name) {
        return "ivo%3A%2F%2Ftest.archive%2Fruns%3F" + name;
    }

    @Test
    void aSecureFileIsAsIfItWereNotThere() throws Exception {
        HttpResponse<String> hidden = service.get("/files/runs/dl3/hidden.fits");
        HttpResponse<String> absent = service.get("/files/runs/dl3/absent.fits");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(absent.body());
    }

    @Test
    void mustIgnoreRangesOfHead() throws Exception {
        HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri(OPEN))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .header("Range", "bytes=0-9")
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).contains("200000");
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), command.get(0) + " is not installed");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    private static String curl(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("curl", "-s", "-w", "%{http_code} %{size_download}"));
        command.addAll(List.of(options));
        command.add(service.uri(OPEN).toString());
        return run(command);
    }

    @Test
    void curlGoesOnWhereItWasStopped() throws Exception {
        Path part = Files.write(directory.resolve("part"), Arrays.copyOf(CONTENT, 70_001));
        assertThat(curl("-C", "-", "-o", part.toString())).isEqualTo("206 129999");
        assertThat(Files.readAllBytes(part)).isEqualTo(CONTENT);
        assertThat(curl("-C", "-", "-o", part.toString())).startsWith("416");
        assertThat(Files.readAllBytes(part)).isEqualTo(CONTENT);
    }

    @Test
    void wgetGoesOnWhereItWasStopped() throws Exception {
        Path part = Files.write(directory.resolve("open run.fits"), Arrays.copyOf(CONTENT, 123));
        assertThat(run(List.of("wget", "-c", service.uri(OPEN).toString()))).contains("awaiting response... 206");
        assertThat(Files.readAllBytes(part)).isEqualTo(CONTENT);
        assertThat(run(List.of("wget", "-c", service.uri(OPEN).toString()))).contains("awaiting response... 416");
        assertThat(Files.readAllBytes(part)).isEqualTo(CONTENT);
    }

    @Test
    void curlFetchesWhatItHasNotYet() throws Exception {
        String file = directory.resolve("kept-by-curl").toString();
        String tag = directory.resolve("tag").toString();
        assertThat(curl("-o", file, "--etag-save", tag, "-R")).isEqualTo("200 200000");
        assertThat(Files.getLastModifiedTime(Path.of(file)).toInstant()).isEqualTo(MODIFIED);
        assertThat(curl("-o", file + "2", "--etag-compare", tag)).isEqualTo("304 0");
        assertThat(curl("-o", file + "2", "-z", file)).isEqualTo("304 0");
        assertThat(curl("-o", file + "2", "-z", "2024-05-06 07:08:08 GMT")).isEqualTo("200 200000");
        assertThat(curl(
                        "-o",
                        file + "2",
                        "-r",
                        "10-19",
                        "-H",
                        "If-Range: " + Files.readString(Path.of(tag)).strip()))
                .isEqualTo("206 10");
        assertThat(curl("-o", file + "2", "-r", "10-19", "-H", "If-Range: \"other\""))
                .isEqualTo("200 200000");
        assertThat(curl("-o", file + "2", "-r", "0-9,100-109")).startsWith("206 ");
        assertThat(curl("-o", file + "2", "-r", "-70000")).isEqualTo("206 70000");
        assertThat(Files.readAllBytes(Path.of(file + "2"))).isEqualTo(Arrays.copyOfRange(CONTENT, 130_000, 200_000));
        assertThat(curl("-o", file + "2", "-r", "200000-")).startsWith("416");
        assertThat(curl("-o", file + "2", "-H", "If-Match: \"other\"")).startsWith("412");
    }
}
