package org.ctavo.preview;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.ctavo.archive.link.Link;
import org.ctavo.preview.draw.Png;
import org.ctavo.preview.store.PictureCache;
import org.ctavo.preview.store.Studio;
import org.ctavo.preview.summary.PreviewFault;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class PreviewEndpointTest {
    private static final double START = EventListFile.START;
    private static final Caller MEMBER = new Caller(Optional.of("m"), Set.of("members"), Caller.Authentication.SESSION);
    private static final Caller STRANGER = new Caller(Optional.of("s"), Set.of("x"), Caller.Authentication.SESSION);

    @TempDir
    private static Path directory;

    private static PreviewArchive archive;
    private static PreviewEndpoint endpoint;
    private static TestServer server;

    @BeforeAll
    static void open() throws Exception {
        archive = new PreviewArchive(directory.resolve("runs"));
        Random random = new Random(1);
        Path file = new EventListFile(
                        7, "Crab", 83, 22, List.of(new double[] {START, START + 1000}), 2000, i -> new double[] {
                            START + i / 2.0, 83 + random.nextGaussian(), 22 + random.nextGaussian(), 1 + i % 7
                        })
                .write(archive.directory().resolve("run.fits"));
        archive.list(file, "open", "public", "event-list");
        archive.list(file, "kept", "proprietary", "event-list");
        archive.list(file, "hidden", "secure", "event-list");
        archive.list(file, "other", "public", "data");
        Path damaged = Files.writeString(archive.directory().resolve("damaged.fits"), "SIMPLE  = no FITS file");
        archive.list(damaged, "damaged", "public", "event-list");
        Path changed = Files.copy(file, archive.directory().resolve("changed.fits"));
        archive.list(changed, "changed", "public", "event-list");
        Files.write(changed, new byte[] {0}, StandardOpenOption.APPEND);
        endpoint = new PreviewEndpoint(
                new Subjects(archive.database()),
                new Studio(new PictureCache(directory.resolve("cache"), 1 << 24), archive.store(), 2),
                Clock.systemUTC());
        server = TestServer.of(endpoint);
    }

    @AfterAll
    static void close() {
        server.close();
        archive.close();
    }

    private static RecordingExchange answered(RecordingExchange exchange) throws IOException {
        endpoint.handle(exchange);
        if (exchange.deferral().isPresent()) {
            RecordingExchange.Deferral deferral = exchange.deferral().get();
            deferral.event().toCompletableFuture().handle((done, failure) -> 0).join();
            deferral.then().handle(exchange);
        }
        return exchange;
    }

    private static Object code(RecordingExchange exchange) throws IOException {
        try {
            return answered(exchange).status();
        } catch (Fault e) {
            return e.code();
        }
    }

    private static RecordingExchange ask(String name, String... more) {
        List<String> parameters = new ArrayList<>(List.of("ID", PreviewArchive.id(name)));
        parameters.addAll(List.of(more));
        return RecordingExchange.get("", parameters.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plot", "map", "energy", "rate", "thumbnail", "THUMBNAIL", ""})
    void everyKindIsAPicture(String kind) throws IOException {
        RecordingExchange answer = answered(ask("open", "KIND", kind));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.answered("Content-Type")).contains("image/png");
        assertThat(answer.answered("Content-Length")).contains(Integer.toString(answer.bytes().length));
        assertThat(answer.answered("Cache-Control")).contains("public, max-age=3600");
        assertThat(Png.isWhole(answer.bytes())).isTrue();
    }

    @Test
    void headTellsTheSizeAndSendsNothing() throws IOException {
        RecordingExchange head = answered(RecordingExchange.of("HEAD", "", "ID", PreviewArchive.id("open")));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.answered("Content-Length"))
                .contains(Integer.toString(answered(ask("open")).bytes().length));
    }

    @Test
    void whoHasThePictureIsToldSoWithoutADrawing() throws IOException {
        String etag = answered(ask("open", "KIND", "map")).answered("ETag").orElseThrow();
        assertThat(answered(ask("open")).answered("ETag")).isPresent().isNotEqualTo(Optional.of(etag));
        for (String header : List.of(etag, "\"x\", W/" + etag, "*")) {
            RecordingExchange again = answered(ask("open", "KIND", "map").withHeader("If-None-Match", header));
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.bytes()).isEmpty();
            assertThat(again.answered("ETag")).contains(etag);
        }
        assertThat(answered(ask("open", "KIND", "map").withHeader("If-None-Match", "\"x\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void picturesOfProprietaryEventsAreForMembers() throws IOException {
        assertThat(code(ask("kept"))).isEqualTo(RequestFault.LOGIN_NEEDED);
        assertThat(code(ask("kept").from(STRANGER))).isEqualTo(RequestFault.NOT_ALLOWED);
        // Neither does the tag of a picture tell whether there is one.
        assertThat(code(ask("kept").withHeader("If-None-Match", "*"))).isEqualTo(RequestFault.LOGIN_NEEDED);
        RecordingExchange member = answered(ask("kept").from(MEMBER));
        assertThat(member.status()).isEqualTo(200);
        assertThat(member.answered("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void secureProductsAreAsIfTheyWereNotThere() throws IOException {
        assertThat(code(ask("hidden"))).isEqualTo(RequestFault.NO_SUCH_RESOURCE);
        assertThat(code(ask("hidden").from(STRANGER))).isEqualTo(RequestFault.NO_SUCH_RESOURCE);
        assertThat(code(ask("hidden").from(MEMBER))).isEqualTo(200);
    }

    @Test
    void wrongRequestsAreRefused() throws IOException {
        assertThat(code(ask("nothing"))).isEqualTo(RequestFault.NO_SUCH_RESOURCE);
        assertThat(code(ask("other"))).isEqualTo(RequestFault.NO_SUCH_RESOURCE);
        assertThat(code(ask("open\0"))).isEqualTo(RequestFault.NO_SUCH_RESOURCE);
        assertThat(code(ask("' OR 1=1 --"))).isEqualTo(RequestFault.NO_SUCH_RESOURCE);
        assertThat(code(RecordingExchange.get(""))).isEqualTo(RequestFault.MISSING_PARAMETER);
        assertThat(code(ask("open", "KIND", "../plot"))).isEqualTo(RequestFault.BAD_PARAMETER);
        assertThat(code(ask("open", "ID", "ivo://b"))).isEqualTo(RequestFault.REPEATED_PARAMETER);
        assertThat(code(RecordingExchange.get("/x"))).isEqualTo(RequestFault.NO_SUCH_RESOURCE);
        assertThat(code(RecordingExchange.post("", "ID", PreviewArchive.id("open"))))
                .isEqualTo(RequestFault.METHOD_NOT_ALLOWED);
    }

    @Test
    void filesThatAreDamagedOrChangedSaySo() throws IOException {
        assertThat(code(ask("damaged"))).isEqualTo(PreviewFault.NOT_DRAWABLE);
        assertThat(code(ask("changed"))).isEqualTo(PreviewFault.CHANGED);
    }

    @Test
    void aDamagedCacheCostsADrawingAndNoMore() throws IOException {
        byte[] before = answered(ask("open", "KIND", "rate")).bytes();
        try (Stream<Path> files = Files.walk(directory.resolve("cache"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[200]);
            }
        }
        assertThat(answered(ask("open", "KIND", "rate")).bytes()).isEqualTo(before);
    }

    @Test
    void manyWhoAskAtOnceAllGetThePicture() {
        HttpClient client = HttpClient.newHttpClient();
        URI address = URI.create(server.base() + "/preview?KIND=thumbnail&ID="
                + URLEncoder.encode(PreviewArchive.id("open"), StandardCharsets.UTF_8));
        List<CompletableFuture<HttpResponse<byte[]>>> answers = Stream.generate(() -> client.sendAsync(
                        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray()))
                .limit(64)
                .toList();
        for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(answer.join().body()).isEqualTo(answers.get(0).join().body());
        }
    }

    @Test
    void linksLeadToThePicturesAndSayWhoMayFollow() throws IOException {
        URI base = URI.create("http://localhost:8080/cta");
        Subjects subjects = new Subjects(archive.database());
        List<Link> open = PreviewLinks.source(subjects, Clock.systemUTC())
                .links(PreviewArchive.id("open"), Caller.ANONYMOUS, base);
        assertThat(open)
                .extracting(Link::semantics)
                .containsExactly("#preview-plot", "#preview-image", "#preview-plot", "#preview-plot", "#thumbnail");
        assertThat(open).allMatch(link -> link.contentType().equals(Optional.of("image/png")));
        assertThat(open.get(0).target())
                .isEqualTo(new Link.Target.Access(
                        URI.create(base + "/preview?ID=ivo%3A%2F%2Ftest.archive%2Fruns%3Fopen&KIND=plot")));
        assertThat(open.get(0).authorization()).contains(new Link.Authorization("false", true));
        List<Link> kept = PreviewLinks.source(subjects, Clock.systemUTC())
                .links(PreviewArchive.id("kept"), Caller.ANONYMOUS, base);
        assertThat(kept.get(4).authorization()).contains(new Link.Authorization("true", false));
        List<Link> member =
                PreviewLinks.source(subjects, Clock.systemUTC()).links(PreviewArchive.id("kept"), MEMBER, base);
        assertThat(member.get(4).authorization()).contains(new Link.Authorization("true", true));
        for (String none : List.of("hidden", "other", "nothing")) {
            assertThat(PreviewLinks.source(subjects, Clock.systemUTC())
                            .links(PreviewArchive.id(none), Caller.ANONYMOUS, base))
                    .isEmpty();
        }
    }
}
