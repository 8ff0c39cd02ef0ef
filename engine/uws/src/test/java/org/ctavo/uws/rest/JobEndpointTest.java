package org.ctavo.uws.rest;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ctavo.uws.rest.Web.location;

/** The REST binding of UWS 1.1, a test for each thing it demands. */
class JobEndpointTest {
    private static Web web;

    @BeforeAll
    static void open() throws Exception {
        web = new Web(new RestLimits(Duration.ofSeconds(20), 100, true));
    }

    @AfterAll
    static void close() throws Exception {
        web.close();
    }

    @Test
    void creatingAJobMustAnswer303WithTheLocationOfTheJob() throws Exception {
        String job = web.create("WRITE", "x");
        assertThat(job).matches(Pattern.quote(web.jobs()) + "/[0-9a-f]{32}");
        assertThat(web.get(job).statusCode()).isEqualTo(200);
        assertThat(web.get(job + "/phase").body()).isEqualTo("PENDING");
    }

    @Test
    void aJobMayBeCreatedWithoutParametersAndGetThemLater() throws Exception {
        String job = location(web.send("POST", web.jobs(), ""));
        assertThat(location(web.post(job + "/parameters", "WRITE", "later"))).isEqualTo(job);
        web.post(job + "/phase", "PHASE", "RUN");
        assertThat(web.ended(job)).isEqualTo("COMPLETED");
        assertThat(web.get(job + "/results/result").body()).isEqualTo("later");
    }

    @Test
    void phaseRunMayComeWithTheCreation() throws Exception {
        String job = web.create("WRITE", "now", "PHASE", "RUN", "RUNID", "my <run> & more");
        assertThat(web.ended(job)).isEqualTo("COMPLETED");
        HttpResponse<String> result = web.get(job + "/results/result");
        assertThat(result.body()).isEqualTo("now");
        assertThat(result.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(result.headers().firstValue("Content-Security-Policy")).contains("sandbox");
        assertThat(web.get(job).body())
                .contains("<uws:runId>my &lt;run&gt; &amp; more</uws:runId>")
                .doesNotContain("id=\"PHASE\"")
                .doesNotContain("id=\"RUNID\"");
    }

    @Test
    void aResultIsSavedUnderTheNameOfTheJobWithTheExtensionOfItsFormat() throws Exception {
        String named = web.create("WRITE", "x", "PHASE", "RUN", "RUNID", "Crab, nördlich \"1\"");
        String nameless = web.create("WRITE", "x", "PHASE", "RUN");
        assertThat(web.ended(named)).isEqualTo("COMPLETED");
        assertThat(web.ended(nameless)).isEqualTo("COMPLETED");
        assertThat(disposition(named))
                .isEqualTo("inline; filename=\"Crab__n_rdlich__1_.txt\";"
                        + " filename*=UTF-8''Crab%2C%20n%C3%B6rdlich%20_1_.txt");
        String id = nameless.substring(nameless.lastIndexOf('/') + 1);
        assertThat(disposition(nameless)).isEqualTo("inline; filename=\"test-" + id.substring(0, 8) + ".txt\"");
    }

    private static String disposition(String job) throws Exception {
        return web.get(job + "/results/result")
                .headers()
                .firstValue("Content-Disposition")
                .orElseThrow();
    }

    @Test
    void everyDocumentMustBeValidInEveryPhase() throws Exception {
        String pending = web.create("WRITE", "a\tb\nc\r<&>\" é 🔭", "WRITE", "2");
        String completed = web.create("WRITE", "x", "PHASE", "RUN", "RUNID", "r");
        String failed = web.create("FAULT", "No <table> & no \"column\"", "PHASE", "RUN");
        String running = web.create("SLEEP", "20000", "PHASE", "RUN");
        String aborted = web.create("X", "1");
        web.post(aborted + "/phase", "PHASE", "ABORT");
        web.ended(completed);
        web.ended(failed);
        for (String job : List.of(pending, completed, failed, running, aborted)) {
            String document = web.get(job).body();
            UwsSchema.validate(document);
            assertThat(document).contains("version=\"1.1\"").contains("<uws:results");
            UwsSchema.validate(web.get(job + "/parameters").body());
            UwsSchema.validate(web.get(job + "/results").body());
        }
        UwsSchema.validate(web.get(web.jobs()).body());
        web.send("DELETE", running, "");
    }

    @Test
    void timesMustBeInUtcWithZAndAbsentOnesNil() throws Exception {
        String job = web.create("WRITE", "x");
        String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
        assertThat(web.get(job).body())
                .containsPattern("<uws:creationTime>" + time + "</uws:creationTime>")
                .containsPattern("<uws:destruction>" + time + "</uws:destruction>")
                .contains("<uws:startTime xsi:nil=\"true\"/>")
                .contains("<uws:endTime xsi:nil=\"true\"/>")
                .contains("<uws:quote xsi:nil=\"true\"/>")
                .contains("<uws:ownerId xsi:nil=\"true\"/>")
                .contains("<uws:executionDuration>60</uws:executionDuration>");
        assertThat(web.get(job + "/destruction").body()).matches(time);
    }

    @ParameterizedTest
    @CsvSource({"phase,PENDING", "executionduration,60", "quote,''", "owner,''"})
    void atomsMustBePlainText(String name, String text) throws Exception {
        HttpResponse<String> response = web.get(web.create() + "/" + name);
        assertThat(response.body()).isEqualTo(text);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    }

    @Test
    void changingADestructionTimeMustAnswer303ToTheJob() throws Exception {
        String job = web.create();
        String wanted =
                Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS).toString();
        assertThat(location(web.post(job + "/destruction", "DESTRUCTION", wanted)))
                .isEqualTo(job);
        assertThat(web.get(job + "/destruction").body()).isEqualTo(wanted);
    }

    @Test
    void changingTheExecutionDurationMustAnswer303ToTheJobAndMayBeOverridden() throws Exception {
        String job = web.create();
        assertThat(location(web.post(job + "/executionduration", "EXECUTIONDURATION", "90")))
                .isEqualTo(job);
        assertThat(web.get(job + "/executionduration").body()).isEqualTo("90");
        web.post(job + "/executionduration", "EXECUTIONDURATION", "99999999");
        assertThat(web.get(job + "/executionduration").body()).isEqualTo("600");
    }

    @Test
    void creationMayCarryDurationAndDestruction() throws Exception {
        String job = web.create("EXECUTIONDURATION", "7", "DESTRUCTION", "2999-01-01");
        assertThat(web.get(job + "/executionduration").body()).isEqualTo("7");
        assertThat(web.get(job + "/destruction").body()).isLessThan("2999");
    }

    @Test
    void runAndAbortMustAnswer303ToTheJob() throws Exception {
        String job = web.create("SLEEP", "20000");
        assertThat(location(web.post(job + "/phase", "PHASE", "RUN"))).isEqualTo(job);
        assertThat(web.post(job + "/phase", "PHASE", "RUN").statusCode()).isEqualTo(403);
        assertThat(location(web.post(job + "/phase", "PHASE", "ABORT"))).isEqualTo(job);
        assertThat(web.get(job + "/phase").body()).isEqualTo("ABORTED");
        assertThat(location(web.post(job + "/phase", "phase", "abort"))).isEqualTo(job);
        assertThat(web.post(job + "/phase", "PHASE", "RUN").statusCode()).isEqualTo(403);
    }

    @Test
    void deletingAJobMustAnswer303ToTheListAndThen404() throws Exception {
        String first = web.create("WRITE", "x", "PHASE", "RUN");
        web.ended(first);
        assertThat(location(web.send("DELETE", first, ""))).isEqualTo(web.jobs());
        String second = web.create();
        assertThat(location(web.post(second, "ACTION", "DELETE"))).isEqualTo(web.jobs());
        for (String job : List.of(first, second)) {
            for (String part : List.of("", "/phase", "/results", "/results/result", "/parameters", "/error")) {
                assertThat(web.get(job + part).statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void parametersMustBeRefusedOnceTheJobIsStarted() throws Exception {
        String job = web.create("WRITE", "x", "PHASE", "RUN");
        web.ended(job);
        assertThat(web.post(job + "/parameters", "WRITE", "y").statusCode()).isEqualTo(403);
    }

    @Test
    void aParameterSentAgainReplacesTheEarlierOne() throws Exception {
        String job = web.create("WRITE", "old", "keep", "me");
        web.post(job + "/parameters", "write", "new");
        assertThat(web.get(job + "/parameters").body())
                .contains("<uws:parameter id=\"write\">new</uws:parameter>")
                .contains("<uws:parameter id=\"keep\">me</uws:parameter>")
                .doesNotContain("old");
    }

    @Test
    void aFailedJobIsStillADocumentAndItsErrorToo() throws Exception {
        String job = web.create("FAULT", "No such table: x", "PHASE", "RUN");
        assertThat(web.ended(job)).isEqualTo("ERROR");
        HttpResponse<String> document = web.get(job);
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body())
                .contains("<uws:errorSummary type=\"fatal\" hasDetail=\"true\">")
                .contains("<uws:message>BAD_PARAMETER: No such table: x</uws:message>");
        HttpResponse<String> error = web.get(job + "/error");
        assertThat(error.statusCode()).isEqualTo(200);
        assertThat(error.body()).contains("No such table: x");
        assertThat(web.get(web.create() + "/error").statusCode()).isEqualTo(404);
    }

    @Test
    void resultsMustBeReferredToByTheirAddresses() throws Exception {
        String job = web.create("WRITE", "12345", "PHASE", "RUN");
        web.ended(job);
        assertThat(web.get(job + "/results").body())
                .contains("xlink:href=\"" + job + "/results/result\"")
                .contains("size=\"5\"")
                .contains("mime-type=\"text/plain\"");
        assertThat(web.get(job + "/results/none").statusCode()).isEqualTo(404);
        assertThat(web.get(job + "/results/..%2Fresult").statusCode()).isEqualTo(404);
        assertThat(web.send("HEAD", job + "/results/result", "").statusCode()).isEqualTo(200);
    }

    @Test
    void jsonIsWrittenWhenItIsAskedFor() throws Exception {
        String job = web.create("WRITE", "1", "PHASE", "RUN");
        web.ended(job);
        HttpResponse<String> response = web.get(job, "Accept", "application/json, text/plain;q=0.5");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(response.body())
                .startsWith("{\"jobId\":\"")
                .contains("\"phase\":\"COMPLETED\"")
                .contains("\"parameters\":[{\"id\":\"WRITE\",\"value\":\"1\"}]")
                .contains("\"href\":\"" + job + "/results/result\"");
        assertThat(web.get(web.jobs(), "Accept", "application/json").body()).startsWith("[{\"jobId\"");
        assertThat(web.get(job + "/parameters", "Accept", "application/json").body())
                .startsWith("[{");
        assertThat(web.get(job + "/results", "Accept", "application/json").body())
                .startsWith("[{");
        for (String accept : List.of("*/*", "text/xml, application/json;q=0.9", "text/html", "application/json;q=0")) {
            assertThat(web.get(job, "Accept", accept).body()).startsWith("<?xml");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PHASE=WALK",
                "EXECUTIONDURATION=-1",
                "EXECUTIONDURATION=soon",
                "DESTRUCTION=tomorrow",
                "DESTRUCTION=1999-01-01T00:00:00Z",
                "DESTRUCTION=%2B999999999-12-31T00:00:00Z",
                "RUNID=0123456789012345678901234567890123456789012345678901234567890123456789",
                "PHASE=RUN&PHASE=ABORT",
                "X=%00",
                "X=%1B",
            })
    void nonsenseMustBeRefusedAtCreation(String form) throws Exception {
        assertThat(web.send("POST", web.jobs(), form).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAST=0", "LAST=-3", "LAST=many", "PHASE=WALK", "AFTER=yesterday"})
    void nonsenseMustBeRefusedInLists(String query) throws Exception {
        assertThat(web.get(web.jobs() + "?" + query).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAIT=long", "WAIT=1&PHASE=WALK", "WAIT=1&PHASE=PENDING&PHASE=QUEUED"})
    void nonsenseMustBeRefusedInBlockingRequests(String query) throws Exception {
        assertThat(web.get(web.create() + "?" + query).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/0123456789abcdef0123456789abcdef",
                "/1",
                "/'%20OR%201=1",
                "/..%2F..%2Fetc",
                "/0123456789abcdef0123456789abcdef0",
                "/0123456789abcdef0123456789abcdef/phase",
                "/async",
            })
    void unknownJobsMustBe404(String path) throws Exception {
        assertThat(web.get(web.jobs() + path).statusCode()).isEqualTo(404);
        assertThat(web.send("DELETE", web.jobs() + path.replace("/phase", ""), "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void unknownResourcesOfAJobMustBe404AndOthersRefuseMethods() throws Exception {
        String job = web.create("A", "b");
        for (String part : List.of("/nothing", "/parameters/A", "/phase/x", "/results/a/b", "/PHASE")) {
            assertThat(web.get(job + part).statusCode()).isEqualTo(404);
        }
        for (String part : List.of("/owner", "/quote", "/results", "/error")) {
            assertThat(web.post(job + part, "X", "1").statusCode()).isEqualTo(405);
        }
        assertThat(web.send("DELETE", job + "/phase", "").statusCode()).isEqualTo(405);
        assertThat(web.send("PUT", job, "").statusCode()).isEqualTo(405);
        assertThat(web.send("DELETE", web.jobs(), "").statusCode()).isEqualTo(405);
        assertThat(web.post(job, "PHASE", "ABORT").statusCode()).isEqualTo(400);
        assertThat(web.post(job, "ACTION", "EXPLODE").statusCode()).isEqualTo(400);
        assertThat(web.post(job + "/phase", "PHASE", "HOP").statusCode()).isEqualTo(400);
        assertThat(web.post(job + "/phase", "X", "Y").statusCode()).isEqualTo(400);
    }

    @Test
    void aJobIsFoundInItsOwnListOnly() throws Exception {
        String job = web.create();
        String id = job.substring(job.lastIndexOf('/'));
        assertThat(web.get(web.others() + id).statusCode()).isEqualTo(404);
        assertThat(web.get(web.others()).body()).doesNotContain(id);
    }

    @Test
    void tooMuchInputMustBeRefused() throws Exception {
        assertThat(web.send("POST", web.jobs(), "X=" + "y".repeat(2_000_001)).statusCode())
                .isEqualTo(413);
        assertThat(web.send("POST", web.jobs(), "X=1&".repeat(1001)).statusCode())
                .isEqualTo(413);
        String job = web.create("A", "1");
        String half = "X=" + "y".repeat(1_500_000);
        assertThat(web.send("POST", job + "/parameters", half).statusCode()).isEqualTo(303);
        assertThat(web.send("POST", job + "/parameters", half.replace("X", "Z")).statusCode())
                .isEqualTo(413);
    }
}
