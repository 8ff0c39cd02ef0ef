package org.ctavo.tap.async;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Queries as jobs (TAP 1.1, section 2.1). */
class AsyncTest {
    private static final String STARS = "SELECT id, name FROM sky.star ORDER BY id";
    private static final String ENDLESS = "SELECT sky_wait(60.0) AS w FROM sky.star";

    private static AsyncFixture tap;

    @BeforeAll
    static void open() throws Exception {
        tap = new AsyncFixture();
    }

    @AfterAll
    static void close() throws Exception {
        tap.close();
    }

    @ParameterizedTest
    @CsvSource({
        "votable, application/x-votable+xml",
        "text/xml, text/xml",
        "csv, text/csv;header=present",
        "tsv, text/tab-separated-values",
    })
    void theResultMustBeNamedResultAndHaveTheFormatAskedFor(String format, String type) throws Exception {
        String job = tap.run("SELECT id, name FROM sky.star WHERE id = 7", "RESPONSEFORMAT", format);
        assertThat(tap.ended(job)).isEqualTo("COMPLETED");
        HttpResponse<String> result = tap.get(job + "/results/result");
        assertThat(result.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("inline; filename=\"tap-[0-9a-f]{8}\\.[a-z]+\"");
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        HttpResponse<String> sync = tap.post(
                tap.tap() + "/sync",
                "LANG",
                "ADQL",
                "QUERY",
                "SELECT id, name FROM sky.star WHERE id = 7",
                "RESPONSEFORMAT",
                format);
        assertThat(withoutCircumstances(result.body())).isEqualTo(withoutCircumstances(sync.body()));
    }

    private static String withoutCircumstances(String document) {
        return document.replaceAll("<INFO name=\"request(_date)?\"[^>]*>", "").replaceAll("\\s+", " ");
    }

    @Test
    void aJobMayBeMadeWithoutParametersAndGetThemLater() throws Exception {
        String job =
                tap.post(tap.tap() + "/async").headers().firstValue("Location").orElseThrow();
        tap.post(job + "/parameters", "LANG", "ADQL", "QUERY", "SELECT nonsense");
        tap.post(job + "/parameters", "QUERY", STARS, "RESPONSEFORMAT", "csv", "MAXREC", "2");
        tap.post(job + "/phase", "PHASE", "RUN");
        assertThat(tap.ended(job)).isEqualTo("COMPLETED");
        assertThat(tap.get(job + "/results/result").body().lines()).containsExactly("id,name", "1,star 1", "2,star 2");
    }

    @Test
    void anOverflowIsToldInTheResult() throws Exception {
        String job = tap.run(STARS, "MAXREC", "3");
        tap.ended(job);
        assertThat(tap.get(job + "/results/result").body()).contains("value=\"OVERFLOW\"");
    }

    @Test
    void anEmptyResultMustBeThereToo() throws Exception {
        String job = tap.run("SELECT id FROM sky.star WHERE id < 0");
        assertThat(tap.ended(job)).isEqualTo("COMPLETED");
        assertThat(tap.get(job + "/results/result").body()).contains("<TABLE").contains("name=\"id\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LANG|OOBLECK|QUERY|SELECT id FROM sky.star|UNKNOWN_LANGUAGE",
                "LANG|ADQL|QUERY|SELECT idd FROM sky.star|idd",
                "LANG|ADQL|QUERY|SELECT FROM|",
                "LANG|ADQL|QUERY|SELECT id / (id - id) AS x FROM sky.star|BAD_VALUE",
                "LANG|ADQL|FORMAT|votable|QUERY",
            })
    void aBadQueryMustEndInErrorWithADocument(String n1, String v1, String n2, String v2, String told)
            throws Exception {
        String job = tap.post(tap.tap() + "/async", n1, v1, n2, v2, "PHASE", "RUN")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(tap.ended(job)).isEqualTo("ERROR");
        assertThat(tap.get(job).body()).contains("<uws:errorSummary type=\"fatal\" hasDetail=\"true\">");
        HttpResponse<String> error = tap.get(job + "/error");
        assertThat(error.statusCode()).isEqualTo(200);
        assertThat(error.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-votable+xml");
        assertThat(error.body())
                .contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">")
                .contains(told == null ? "" : told);
        assertThat(tap.get(job + "/results/result").statusCode()).isEqualTo(404);
    }

    @Test
    void aQueryThatFailsMidwayLeavesNoResult() throws Exception {
        int before = tap.files().size();
        String job = tap.run("SELECT 1 / (50 - id) AS x FROM sky.star ORDER BY id", "RESPONSEFORMAT", "csv");
        assertThat(tap.ended(job)).isEqualTo("ERROR");
        assertThat(tap.get(job + "/results").body()).doesNotContain("<uws:result ");
        assertThat(tap.files()).hasSize(before);
    }

    @Test
    void abortMustStopTheQueryInTheDatabase() throws Exception {
        String job = tap.run(ENDLESS);
        tap.awaitRunning(1);
        assertThat(tap.post(job + "/phase", "PHASE", "ABORT").statusCode()).isEqualTo(303);
        assertThat(tap.get(job + "/phase").body()).isEqualTo("ABORTED");
        tap.awaitRunning(0);
    }

    @Test
    void destroyingAJobMustStopTheQueryInTheDatabase() throws Exception {
        String job = tap.run(ENDLESS);
        tap.awaitRunning(1);
        assertThat(tap.post(job, "ACTION", "DELETE").statusCode()).isEqualTo(303);
        tap.awaitRunning(0);
        assertThat(tap.get(job).statusCode()).isEqualTo(404);
        assertThat(tap.get(job).body()).contains("QUERY_STATUS");
    }

    @Test
    void theExecutionDurationMustStopTheQueryInTheDatabase() throws Exception {
        Instant begin = Instant.now();
        String job = tap.run(ENDLESS, "EXECUTIONDURATION", "1");
        assertThat(tap.ended(job)).isEqualTo("ABORTED");
        tap.awaitRunning(0);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(tap.get(job + "/error").body()).contains("execution duration");
    }

    @Test
    void capabilitiesDeclareHowLongJobsAreKept() throws Exception {
        assertThat(tap.get(tap.tap() + "/capabilities").body())
                .containsPattern("<retentionPeriod>\\s*<default>604800</default>\\s*<hard>2592000</hard>");
    }

    @Test
    void aTrivialQueryIsThereAtOnce() throws Exception {
        double[] millis = new double[60];
        for (int i = 0; i < millis.length; i++) {
            long begin = System.nanoTime();
            String job = tap.run("SELECT TOP 1 id FROM sky.star", "RESPONSEFORMAT", "csv");
            String document = tap.get(job + "?WAIT=5").body();
            assertThat(document).contains("COMPLETED");
            assertThat(tap.get(job + "/results/result").body()).startsWith("id");
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        // Ten times what it takes: this holds against polling somewhere, not against a busy machine.
        assertThat(millis[millis.length / 2])
                .as("milliseconds from creation to result")
                .isLessThan(60);
    }
}
