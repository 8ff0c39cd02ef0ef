package org.ctavo.uws.rest;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.testing.TestServer;
import org.ctavo.uws.Bench;
import org.ctavo.uws.JobQueue;
import org.ctavo.uws.Scripted;

import static org.assertj.core.api.Assertions.assertThat;

/** A list of jobs on the web, and a client that follows no redirections. */
final class Web implements AutoCloseable {
    final Bench bench = new Bench();
    final Scripted runner = new Scripted();
    final JobQueue queue = bench.node(runner, 4);
    private final TestServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Web(RestLimits limits) throws IOException {
        server = TestServer.of(
                new JobEndpoint(
                        queue, limits, new JobFace("test", "async", "/tap/async", JobIntake.ALL, ErrorForm.TEXT)),
                new JobEndpoint(
                        queue, limits, new JobFace("test", "other", "/jobs/other", JobIntake.ALL, ErrorForm.TEXT)));
    }

    String jobs() {
        return server.base() + "/tap/async";
    }

    String others() {
        return server.base() + "/jobs/other";
    }

    HttpResponse<String> get(String url, String... headers) throws IOException, InterruptedException {
        return send("GET", url, "", headers);
    }

    HttpResponse<String> send(String method, String url, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofString(form));
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts a form; fields are names and values in turn. */
    HttpResponse<String> post(String url, String... fields) throws IOException, InterruptedException {
        return send("POST", url, form(fields));
    }

    static String form(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    /** Creates a job and gives its address. */
    String create(String... fields) throws IOException, InterruptedException {
        return location(send("POST", jobs(), fields.length == 0 ? "X=" : form(fields)));
    }

    static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    /** A job's phase, when it has left the phases in which it waits or runs. */
    String ended(String job) throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            get(job + "?WAIT=5");
            String phase = get(job + "/phase").body();
            if (!List.of("QUEUED", "EXECUTING").contains(phase)) {
                return phase;
            }
        }
        throw new AssertionError("The job does not end: " + job);
    }

    @Override
    public void close() throws IOException {
        server.close();
        bench.close();
    }
}
