package org.ctavo.war.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.ctavo.war.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(RunningService.Extension.class)
@Timeout(60)
class ExchangeServletTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=xx";

    private final RunningService service;

    ExchangeServletTest(RunningService service) {
        this.service = service;
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return service.send(HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void parametersOfUrlAndFormComeInTheirOrder() throws Exception {
        String body =
                post("/probe/echo/a%20b?x=1&Y=%C3%A9+", FORM, "x=2&z=%3D&flag").body();
        assertThat(body).isEqualTo("POST " + service.uri("") + " /a b\nx=1\nY=é \nx=2\nz==\nflag=\n");
    }

    @Test
    void multipartBringsParametersAndFiles() throws Exception {
        String body =
                part("QUERY\"", "SELECT é") + part("table\"; filename=\"t.xml\"", "x".repeat(200_000)) + "--xx--\r\n";
        assertThat(post("/probe/echo?a=b", MULTIPART, body).body())
                .isEqualTo("POST " + service.uri("") + " \na=b\nQUERY=SELECT é\nfile t.xml 200000 200000\n");
    }

    private static String part(String name, String content) {
        return "--xx\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void bodiesOverTheLimitAreRefused() throws Exception {
        String large = "x".repeat(5 << 20);
        assertThat(post("/probe/echo", FORM, "a=" + large).statusCode()).isEqualTo(413);
        assertThat(post("/probe/echo", MULTIPART, part("a\"; filename=\"f\"", large) + "--xx--\r\n")
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/probe/echo", MULTIPART, part("a\"", "x".repeat(2 << 20)) + "--xx--\r\n")
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/probe/raw", "text/plain", large).statusCode()).isEqualTo(413);
        assertThat(post("/probe/raw", "text/plain", "abc").body()).isEqualTo("3 bytes");
    }

    @Test
    void bodiesOfUnknownLengthAreLimitedToo() throws Exception {
        byte[] chunk = new byte[1 << 16];
        HttpRequest request = HttpRequest.newBuilder(service.uri("/probe/echo"))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofByteArrays(java.util.Collections.nCopies(100, chunk)))
                .build();
        assertThat(service.send(request).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, a=%zz, 400",
        "application/x-www-form-urlencoded, a=%e, 400",
        "multipart/form-data, nothing, 400",
        "application/x-www-form-urlencoded, a=%00, 400",
        "multipart/form-data; boundary=xx, --xx--, 200"
    })
    void malformedBodiesAreTheUsersFault(String type, String body, int status) throws Exception {
        assertThat(post("/probe/echo", type, body).statusCode()).isEqualTo(status);
    }

    @Test
    void aBodyThatWasCutOffIsTheUsersFault() throws Exception {
        String cut = "--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nabc";
        assertThat(post("/probe/echo", MULTIPART, cut).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, MULTIPART})
    void aConnectionThatEndsWithinTheBodyIsTheUsersFault(String type) throws Exception {
        try (Socket socket = new Socket("localhost", service.port())) {
            String head = "POST /cta/probe/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                    + "\r\nContent-Length: 4000\r\n\r\n";
            socket.getOutputStream().write((head + part("a\"", "b")).getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void chunksThatAreNoneAreTheUsersFault() throws Exception {
        String answer = raw("POST /cta/probe/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + FORM + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"; filename=\"b\0c\"", "a\0b\"", "a\""})
    void partsWithNulAreTheUsersFault(String name) throws Exception {
        assertThat(post("/probe/echo", MULTIPART, part(name, "x\0y") + "--xx--\r\n")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tap/async", "/tap/examples", "/tap/sync", "/provsap?ID=x", "/files/x", "/health"})
    void whoRefusesAMethodSaysWhichAreTaken(String path) throws Exception {
        HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri(path))
                .method("PATCH", BodyPublishers.noBody())
                .build());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET");
    }

    @ParameterizedTest
    @CsvSource({
        "USER, 400",
        "UNAUTHENTICATED, 401",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "METHOD, 405",
        "TOO_LARGE, 413",
        "INTERNAL, 500",
        "EXTERNAL, 502",
        "RESOURCES, 503"
    })
    void faultsBecomeTheStatusOfTheirCategory(String category, int status) throws Exception {
        HttpResponse<String> answer = service.get("/probe/fault/" + category);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("PROBE: This is wrong here; do that.\n");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
        assertThat(answer.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/bug", "/probe/defer/bug"})
    void bugsTellNothingOfTheInside(String path) throws Exception {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("request id")
                .doesNotContain("SELECT")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/late-bug", "/probe/defer/late-bug"})
    void aFailureAfterTheFirstByteCutsTheConnection(String path) {
        assertThatThrownBy(() -> service.get(path)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"/soon, waited /soon", "/never, waited /never", "/failed, waited /failed", "/twice, twice"})
    void deferredAnswersComeWithTheEventOrTheTime(String kind, String body) throws Exception {
        assertThat(service.get("/probe/defer" + kind).body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/file", "/probe/file/pieces"})
    void partsOfFilesAreSentAsTheyAre(String path) throws Exception {
        String body = service.get(path).body();
        assertThat(body).hasSize(100_000).startsWith("wxyzabc");
        assertThat(body.charAt(99_999)).isEqualTo((char) ('a' + 100_099 % 26));
    }

    @Test
    void headTellsTheLengthOfAShortAnswer() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(service.uri("/probe/echo"))
                .method("HEAD", BodyPublishers.noBody())
                .build();
        String length = service.get("/probe/echo")
                .headers()
                .firstValue("Content-Length")
                .orElseThrow();
        assertThat(service.send(head).headers().firstValue("Content-Length")).contains(length);
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(service.uri("/probe/endless"))
                .method("HEAD", BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = service.send(head);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void anUnknownPathIsNotFoundAndTheContextItselfLeadsToItsRoot() throws Exception {
        assertThat(service.get("/nothing/here").statusCode()).isEqualTo(404);
        assertThat(service.get("/probe/echoes").statusCode()).isEqualTo(404);
        assertThat(service.get("/probe/other").statusCode()).isEqualTo(303);
        assertThat(service.get("").headers().firstValue("Location"))
                .contains(service.uri("/").toString());
        assertThat(service.get("/").body()).contains("CTA-VO", "./health");
    }

    @Test
    void everyAnswerCarriesItsIdAndTheStandingHeaders() throws Exception {
        HttpResponse<String> answer = service.get("/health");
        assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f]{16}");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors");
        assertThat(answer.body()).contains("\"status\":\"up\"");
    }

    @Test
    void optionsAnswersAPreflight() throws Exception {
        HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri("/probe/bug"))
                .method("OPTIONS", BodyPublishers.noBody())
                .build());
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("DELETE");
    }

    @Test
    void aMalformedRequestLearnsNothingOfTheContainer() throws Exception {
        String answer = raw("GET /cta/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContainIgnoringCase("tomcat");
    }

    @Test
    void aQueryTypedByHandIsUnderstood() throws Exception {
        String answer = raw("GET /cta/probe/echo?q=a<b|\"c\" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("q=a<b|\"c\"");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aClientThatGoesAwayEndsItsRequest() throws Exception {
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.getOutputStream()
                    .write("GET /cta/probe/endless HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(in.readNBytes(1 << 20)).hasSize(1 << 20);
        }
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (service.service().servlet().running() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(service.service().servlet().running()).isZero();
        assertThat(service.get("/metrics").body())
                .contains("ctavo_requests_seconds_count{endpoint=\"/probe/endless\",method=\"GET\",status=\"499\"}");
    }

    @Test
    void metricsCountRequestsBytesAndConnections() throws Exception {
        service.get("/health");
        String query = "SELECT+TOP+3+table_name+FROM+tap_schema.tables";
        assertThat(service.get("/tap/sync?LANG=ADQL&QUERY=" + query).statusCode())
                .isEqualTo(200);
        assertThat(service.get("/metrics").body())
                .contains("ctavo_queries_total 1.0")
                .contains("ctavo_query_rows_total 3.0")
                .contains("ctavo_jobs{phase=\"EXECUTING\"}")
                .contains("ctavo_requests_seconds_count{endpoint=\"/health\",method=\"GET\",status=\"200\"}")
                .contains("ctavo_response_bytes_total{endpoint=\"/health\"")
                .contains("ctavo_pool_active{pool=\"query\"}")
                .contains("jvm_memory_used_bytes");
    }
}
