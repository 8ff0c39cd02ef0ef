package org.ctavo.war.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ctavo.database.Login;
import org.ctavo.database.Logins;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The WAR as an operator deploys it: in an unpacked Tomcat, by the context sample, on a PostgreSQL of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class WarInTomcatIT {
    private static final Path ROOT = Path.of(System.getProperty("ctavo.root"));
    private static final Pattern PORT = Pattern.compile("\"http-nio-127\\.0\\.0\\.1-auto-1-(\\d+)\"");
    private static final String SERVER =
            """
            <Server port="-1">
              <Service name="Catalina">
                <Connector port="0" address="127.0.0.1"/>
                <Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine>
              </Service>
            </Server>
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path base;
    private Process tomcat;
    private URI service;

    @BeforeAll
    void deploy(@TempDir Path directory) throws IOException, InterruptedException {
        base = directory;
        Path home = base.resolve("home");
        Path installation = installation();
        Path contexts = Files.createDirectories(base.resolve("conf/Catalina/localhost"));
        Files.createDirectories(base.resolve("webapps"));
        Files.createDirectories(base.resolve("temp"));
        Files.createDirectories(home.resolve("conf"));
        Files.copy(installation.resolve("conf/web.xml"), base.resolve("conf/web.xml"));
        Files.writeString(base.resolve("conf/server.xml"), SERVER);
        String context = Files.readString(ROOT.resolve("conf/context.xml"));
        assertThat(context).contains("/opt/cta-vo/cta.war", "/var/lib/cta-vo");
        Files.writeString(
                contexts.resolve("cta.xml"),
                context.replace(
                                "/opt/cta-vo/cta.war",
                                ROOT.resolve("war/target/cta.war").toString())
                        .replace("/var/lib/cta-vo", home.toString()));
        try (var out = Files.newBufferedWriter(home.resolve("conf/cta-vo.properties"))) {
            settings(TestPostgres.freshDatabase()).store(out, null);
        }
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", installation.resolve("bin/catalina.sh").toString(), "run")
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().put("CATALINA_BASE", base.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CATALINA_OPTS", "-Xmx256m");
        tomcat = builder.start();
        service = URI.create("http://127.0.0.1:" + port() + "/cta/");
    }

    private static Path installation() throws IOException {
        try (Stream<Path> unpacked = Files.list(ROOT.resolve("war/target/tomcat"))) {
            return unpacked.findFirst().orElseThrow();
        }
    }

    private static Properties settings(Logins logins) {
        Properties settings = new Properties();
        settings.setProperty("database.url", logins.owner().url());
        put(settings, "owner", logins.owner());
        put(settings, "ingest", logins.ingest());
        put(settings, "service", logins.service());
        put(settings, "query", logins.query());
        return settings;
    }

    private static void put(Properties settings, String role, Login login) {
        settings.setProperty("database." + role + ".user", login.user());
        settings.setProperty("database." + role + ".password", login.password());
    }

    private Path log() {
        return base.resolve("catalina.out");
    }

    private int port() throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (tomcat.isAlive() && System.nanoTime() < end) {
            String text = Files.readString(log());
            Matcher port = PORT.matcher(text);
            // The connector starts when everything is deployed.
            if (text.contains("Server startup in") && port.find()) {
                return Integer.parseInt(port.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("Tomcat does not start: " + Files.readString(log()));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(service.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theServiceIsHealthyOnTheExternalDatabase() throws Exception {
        HttpResponse<String> answer = get("health");
        assertThat(answer.statusCode()).as(Files.readString(log())).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"up\"");
        assertThat(base.resolve("home/database")).doesNotExist();
    }

    @Test
    void tapIsAvailableAndAnswersAQuery() throws Exception {
        assertThat(get("tap/availability").body()).contains("available>true<");
        String query = URLEncoder.encode("SELECT table_name FROM tap_schema.tables", StandardCharsets.UTF_8);
        HttpResponse<String> answer = get("tap/sync?LANG=ADQL&FORMAT=csv&QUERY=" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        BufferedReader lines = new BufferedReader(new StringReader(answer.body()));
        assertThat(lines.lines()).contains("table_name", "tap_schema.tables", "ivoa.obscore");
    }

    /** Leaves an idle thread behind that waits for more. */
    private void runAJob() throws IOException, InterruptedException {
        String query = URLEncoder.encode("SELECT table_name FROM tap_schema.tables", StandardCharsets.UTF_8);
        HttpResponse<String> created = client.send(
                HttpRequest.newBuilder(service.resolve("tap/async"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("PHASE=RUN&LANG=ADQL&QUERY=" + query))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(created.statusCode()).isEqualTo(303);
        String job = created.headers().firstValue("Location").orElseThrow();
        job = job.substring(job.indexOf("tap/async"));
        assertThat(get(job + "?WAIT=30&PHASE=EXECUTING").body()).contains("COMPLETED");
    }

    @AfterAll
    void undeployWithoutLeavingAnythingBehind() throws Exception {
        runAJob();
        tomcat.destroy();
        assertThat(tomcat.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Path kept = ROOT.resolve("war/target/tomcat-catalina.out");
        Files.copy(log(), kept, StandardCopyOption.REPLACE_EXISTING);
        assertThat(Files.readString(kept)).doesNotContain("memory leak", "failed to stop");
    }
}
