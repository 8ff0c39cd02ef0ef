package org.ctavo.war.secrecy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Services;
import org.ctavo.spi.SettingValues;
import org.ctavo.tap.TapEndpoint;
import org.ctavo.tap.TapParts;
import org.ctavo.tap.TapService;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.war.Plugins;
import org.ctavo.war.RunningService;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.SettingsReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two whole services, over HTTP: one holds four secret observations with their proposals, targets, blocks, files and
 * provenance, the other does not. Whatever a stranger asks, both give the same bytes.
 */
@Timeout(300)
class SecrecyIT {
    private static final Caller MEMBER =
            new Caller(Optional.of("member"), Set.of(SecretArchive.GROUP), Caller.Authentication.SESSION);
    private static final Caller STRANGER =
            new Caller(Optional.of("stranger"), Set.of("others"), Caller.Authentication.SESSION);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BOUNDARY = "a-boundary-that-is-in-no-table";

    private static RunningService without;
    private static RunningService with;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        without = RunningService.start();
        with = RunningService.start();
        SecretArchive.fill(without, directory.resolve("without"), false);
        SecretArchive.fill(with, directory.resolve("with"), true);
    }

    @AfterAll
    static void stop() {
        for (RunningService service : new RunningService[] {with, without}) {
            if (service != null) {
                service.close();
            }
        }
    }

    /** Status, type and body, without what differs between any two services. */
    private static String answer(RunningService service, HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        String body = new String(answer.body(), StandardCharsets.ISO_8859_1)
                .replace("localhost:" + service.port(), "localhost")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*Z", "(time)");
        return answer.statusCode() + " " + answer.headers().firstValue("Content-Type") + " "
                + answer.headers().firstValue("ETag") + "\n" + body;
    }

    private static HttpRequest.Builder form(URI uri, Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
    }

    private static HttpRequest.Builder query(RunningService service, String adql, String format, String maxrec) {
        return form(
                service.uri("/tap/sync"),
                Map.of("LANG", "ADQL", "QUERY", adql, "RESPONSEFORMAT", format, "MAXREC", maxrec));
    }

    @Test
    void noQueryTellsThatThereIsASecret() throws Exception {
        List<String> told = new ArrayList<>();
        int answered = 0;
        for (String query : Shapes.all()) {
            String expected = answer(without, query(without, query, "csv", "5000"));
            String found = answer(with, query(with, query, "csv", "5000"));
            answered += expected.startsWith("200") ? 1 : 0;
            if (!found.equals(expected)) {
                told.add(query + "\n  without: " + others(expected, found) + "\n  with:    " + others(found, expected));
            }
        }
        assertThat(told).isEmpty();
        // Queries that are refused prove nothing.
        assertThat(answered).isGreaterThan(400);
    }

    /** The lines that the other has not. */
    private static List<String> others(String text, String other) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.removeAll(other.lines().toList());
        return lines;
    }

    @Test
    void noFormatAndNoLimitOnRowsTellsThatThereIsASecret() throws Exception {
        for (String table : List.of("ivoa.obscore", "cta.vo_obscore", "cta.target", "provenance.entity")) {
            for (String format : List.of("votable", "votable/td", "tsv", "json", "html", "text", "ecsv")) {
                for (String maxrec : List.of("0", "7", "8", "9", "12")) {
                    String adql = "SELECT * FROM " + table + " ORDER BY 1, 2";
                    assertThat(answer(with, query(with, adql, format, maxrec)))
                            .as("%s %s %s", table, format, maxrec)
                            .isEqualTo(answer(without, query(without, adql, format, maxrec)));
                }
            }
        }
    }

    @Test
    void noUploadJoinedWithTheProductsTellsThatThereIsASecret() throws Exception {
        String table = "id,run,name,ra,dec\n" + Shapes.SECRET_ID + ",900007,Hidden object 10,329.717,-30.226\n"
                + "ivo://ctavo.example/CTA-VO-SIM?900001,900001,Crab Nebula,83.63,22.01\n";
        for (String adql : List.of(
                "SELECT u.id, o.obs_id FROM TAP_UPLOAD.mine AS u JOIN ivoa.obscore AS o ON o.obs_publisher_did = u.id",
                "SELECT u.id, o.obs_id FROM TAP_UPLOAD.mine AS u LEFT JOIN ivoa.obscore AS o"
                        + " ON o.obs_publisher_did = u.id ORDER BY u.id",
                "SELECT u.id FROM TAP_UPLOAD.mine AS u WHERE EXISTS"
                        + " (SELECT * FROM ivoa.obscore AS o WHERE o.obs_publisher_did = u.id)",
                "SELECT u.id FROM TAP_UPLOAD.mine AS u WHERE u.id NOT IN"
                        + " (SELECT o.obs_publisher_did FROM ivoa.obscore AS o)",
                "SELECT u.name, COUNT(*) FROM TAP_UPLOAD.mine AS u JOIN ivoa.obscore AS o"
                        + " ON 1 = CONTAINS(POINT('ICRS', u.ra, u.dec), o.s_region) GROUP BY u.name ORDER BY u.name",
                "SELECT COUNT(*) FROM TAP_UPLOAD.mine AS u JOIN ivoa.obscore AS o"
                        + " ON DISTANCE(POINT(u.ra, u.dec), POINT(o.s_ra, o.s_dec)) < 2",
                "SELECT u.name FROM TAP_UPLOAD.mine AS u JOIN cta.target AS t ON t.name = u.name ORDER BY u.name",
                "SELECT u.run FROM TAP_UPLOAD.mine AS u JOIN cta.acquisition AS a ON a.run_id = u.run",
                "SELECT u.run FROM TAP_UPLOAD.mine AS u JOIN cta.observation_block AS b ON b.ob_id = u.run",
                "SELECT u.id FROM TAP_UPLOAD.mine AS u JOIN provenance.entity AS e ON e.id = u.id ORDER BY u.id",
                "SELECT u.id FROM TAP_UPLOAD.mine AS u EXCEPT SELECT obs_publisher_did FROM ivoa.obscore",
                "SELECT 1 / (o.run_id - u.run) FROM TAP_UPLOAD.mine AS u, cta.vo_obscore AS o WHERE u.run = 900007")) {
            String expected = answer(without, upload(without, adql, table));
            assertThat(expected).as(adql).startsWith("200");
            assertThat(answer(with, upload(with, adql, table))).as(adql).isEqualTo(expected);
        }
    }

    private static HttpRequest.Builder upload(RunningService service, String adql, String table) {
        String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("LANG", "", "ADQL") + part.formatted("QUERY", "", adql)
                + part.formatted("RESPONSEFORMAT", "", "csv") + part.formatted("UPLOAD", "", "mine,param:mine")
                + part.formatted("mine", "; filename=\"mine.csv\"\r\nContent-Type: text/csv", table) + "--" + BOUNDARY
                + "--\r\n";
        return HttpRequest.newBuilder(service.uri("/tap/sync"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Test
    void noJobTellsThatThereIsASecret() throws Exception {
        for (String adql : List.of(
                "SELECT * FROM cta.vo_obscore ORDER BY obs_id",
                "SELECT COUNT(*) FROM ivoa.obscore",
                "SELECT 1 / (run_id - 900007) FROM cta.vo_obscore ORDER BY run_id",
                "SELECT CAST(target_name AS INTEGER) FROM ivoa.obscore WHERE target_name LIKE 'Hidden%'")) {
            assertThat(job(with, adql)).as(adql).isEqualTo(job(without, adql));
        }
        assertThat(answer(with, HttpRequest.newBuilder(with.uri("/tap/async"))))
                .isEqualTo(answer(without, HttpRequest.newBuilder(without.uri("/tap/async"))));
    }

    private static String job(RunningService service, String adql) throws Exception {
        HttpResponse<String> created = service.send(form(
                        service.uri("/tap/async"),
                        Map.of("LANG", "ADQL", "QUERY", adql, "RESPONSEFORMAT", "csv", "PHASE", "RUN"))
                .build());
        String job = created.headers().firstValue("Location").orElseThrow();
        String phase = "";
        for (int i = 0; i < 100 && !phase.equals("COMPLETED") && !phase.equals("ERROR"); i++) {
            phase = service.send(
                            HttpRequest.newBuilder(URI.create(job + "/phase")).build())
                    .body()
                    .strip();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        String end = phase.equals("ERROR") ? "/error" : "/results/result";
        String answer = answer(service, HttpRequest.newBuilder(URI.create(job + end)));
        service.send(HttpRequest.newBuilder(URI.create(job)).DELETE().build());
        return phase + " " + answer;
    }

    @Test
    void noAddressTellsThatThereIsASecret() throws Exception {
        String id = URLEncoder.encode(Shapes.SECRET_ID, StandardCharsets.UTF_8);
        for (String path : List.of(
                "/",
                "/health",
                "/tap/tables",
                "/tap/tables?detail=min",
                "/tap/capabilities",
                "/tap/availability",
                "/tap/examples",
                "/tap/async",
                "/datalink/links?ID=" + id,
                "/datalink/links?ID=" + id + "&ID=ivo%3A%2F%2Fctavo.example%2FCTA-VO-SIM%3F900001",
                "/provsap/capabilities",
                "/provsap/examples",
                "/soda/examples",
                "/provsap?ID=" + id,
                "/provsap?ID=" + id + "&DEPTH=ALL&RESPONSEFORMAT=PROV-JSON",
                "/provsap?ID=ivo%3A%2F%2Fctavo.example%2FCTA-VO-SIM%3F900001&DEPTH=ALL&RESPONSEFORMAT=PROV-JSON",
                "/provsap?ID=" + URLEncoder.encode(agent(), StandardCharsets.UTF_8) + "&DEPTH=ALL",
                "/files/secret/data/simulated_900007.fits",
                "/files/secret/data/nothing.fits",
                "/files/secret",
                "/files/",
                "/datalink/package?ID=" + id,
                "/soda/sync?ID=" + id,
                "/soda/sync?ID=" + id + "&CIRCLE=329.7%20-30.2%201",
                "/preview?ID=" + id,
                "/preview?ID=" + id + "&KIND=sky",
                "/scs?RA=329.717&DEC=-30.226&SR=3",
                "/scs?RA=329.717&DEC=-30.226&SR=3&VERB=3",
                "/sia2/query?POS=CIRCLE%20329.717%20-30.226%203",
                "/sia2/query?COLLECTION=Hidden&MAXREC=1")) {
            String expected = answer(without, HttpRequest.newBuilder(without.uri(path)));
            String found = answer(with, HttpRequest.newBuilder(with.uri(path)));
            assertThat(found).as(path).isEqualTo(expected);
        }
        assertThat(with.get("/metrics").body().toLowerCase(Locale.ROOT)).doesNotContain("hidden");
    }

    private static String agent() {
        return "ivo://ctavo.example/provenance?agent/Hidden_laboratory";
    }

    @Test
    void aProductThatBecomesSecretTakesItsProvenanceWithIt() throws Exception {
        String id = "ivo://ctavo.example/CTA-VO-SIM?900002";
        List<String> queries = List.of(
                "SELECT obs_id FROM ivoa.obscore WHERE obs_id = '900002'",
                "SELECT id FROM provenance.entity WHERE id LIKE '%900002%' ORDER BY id",
                "SELECT id FROM provenance.activity WHERE id LIKE '%900002%' ORDER BY id",
                "SELECT entity_id FROM provenance.wasgeneratedby WHERE activity_id LIKE '%900002%' ORDER BY entity_id",
                "SELECT agent_id FROM provenance.wasassociatedwith WHERE activity_id LIKE '%900002%' ORDER BY agent_id",
                "SELECT run_id FROM cta.acquisition WHERE run_id = 900002");
        List<String> before = new ArrayList<>();
        for (String adql : queries) {
            before.add(answer(with, query(with, adql, "csv", "100")));
            assertThat(before.get(before.size() - 1).lines()).as(adql).hasSizeGreaterThan(2);
        }
        asIngest("SELECT cta.secure_product('" + id + "', '{" + SecretArchive.GROUP + "}')");
        try {
            for (String adql : queries) {
                assertThat(answer(with, query(with, adql, "csv", "100")).lines())
                        .as(adql)
                        .hasSize(2);
            }
            assertThat(with.get("/provsap?ID=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(404);
        } finally {
            asIngest("SELECT cta.open_product('" + id + "', 'public', '2020-01-01')");
        }
        for (int i = 0; i < queries.size(); i++) {
            assertThat(answer(with, query(with, queries.get(i), "csv", "100"))).isEqualTo(before.get(i));
        }
    }

    /** In both, so that their rows stay in the same order. */
    private static void asIngest(String sql) throws SQLException {
        for (RunningService service : List.of(with, without)) {
            try (Connection connection = service.service().database().asIngest();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private record Offered(Database database, SettingValues settings) implements Services {}

    @Test
    void membersSeeTheSecretInEachTableAndStrangersDoNot(@TempDir Path directory) throws IOException {
        Plugins plugins = Plugins.found();
        SettingValues settings =
                new SettingsReader(plugins.settings()).read(new Home(directory), RunningService.environment());
        Services services = new Offered(with.service().database(), settings);
        try (TapService service = TapService.open(TapParts.of(services, plugins.all(), "test"))) {
            TapEndpoint tap = service.endpoint(List.of());
            for (Shapes.Target target : Shapes.TARGETS.subList(0, 20)) {
                String adql = "SELECT COUNT(*) FROM " + target.table();
                int open = count(tap, Caller.ANONYMOUS, adql);
                assertThat(count(tap, STRANGER, adql)).as(adql).isEqualTo(open);
                assertThat(count(tap, MEMBER, adql)).as(adql).isGreaterThan(open);
            }
            String cone = "SELECT COUNT(*) FROM ivoa.obscore WHERE"
                    + " 1 = CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 329.717, -30.226, 3))";
            assertThat(count(tap, Caller.ANONYMOUS, cone)).isZero();
            assertThat(count(tap, MEMBER, cone)).isEqualTo(4);
        }
    }

    private static int count(TapEndpoint tap, Caller caller, String adql) throws IOException {
        RecordingExchange exchange = RecordingExchange.get(
                        "/sync", "LANG", "ADQL", "QUERY", adql, "RESPONSEFORMAT", "csv")
                .from(caller);
        tap.handle(exchange);
        return Integer.parseInt(exchange.text().lines().skip(1).findFirst().orElseThrow());
    }
}
