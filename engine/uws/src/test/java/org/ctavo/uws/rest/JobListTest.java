package org.ctavo.uws.rest;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ctavo.uws.rest.Web.form;
import static org.ctavo.uws.rest.Web.location;

/** Who sees which jobs, and how lists are cut down (UWS 1.1, sections 2.2.2.1 and 3). */
class JobListTest {
    private static final String[] ANN = {"Test-Subject", "ann"};
    private static final String[] BOB = {"Test-Subject", "bob"};

    private static Web web;
    /** Jobs of Ann's: completed, pending, completed, pending, aborted. */
    private static final List<String> JOBS = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        web = new Web(new RestLimits(Duration.ofSeconds(20), 100, false));
        for (String form : List.of(form("PHASE", "RUN"), form("X", "1"), form("PHASE", "RUN"), form("X", "1"))) {
            JOBS.add(location(web.send("POST", web.jobs(), form, ANN)));
            Thread.sleep(5);
        }
        JOBS.add(location(web.send("POST", web.jobs(), form("X", "1"), ANN)));
        web.send("POST", JOBS.get(4) + "/phase", form("PHASE", "ABORT"), ANN);
        for (int i : new int[] {0, 2}) {
            while (!web.get(JOBS.get(i) + "/phase", ANN).body().equals("COMPLETED")) {
                Thread.sleep(5);
            }
        }
    }

    @AfterAll
    static void close() throws Exception {
        web.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'',43210",
        "PHASE=COMPLETED,20",
        "PHASE=COMPLETED&PHASE=ABORTED,420",
        "phase=PENDING&last=1,3",
        "PHASE=COMPLETED&LAST=5,20",
        "PHASE=COMPLETED&LAST=1,2",
        "LAST=2,43",
        "LAST=9999999999,43210",
        "AFTER=2000-01-01,43210",
        "AFTER=2000-01-01T00:00:00&LAST=3,432",
        "AFTER=2999-01-01T00:00:00Z,''",
        "AFTER=@1,432",
        "AFTER=@1&PHASE=PENDING,3",
        "AFTER=@0&PHASE=COMPLETED&LAST=1,2",
        "PHASE=ARCHIVED,''",
        "PHASE=HELD,''",
    })
    void filtersMustBeCombinedAndTheNewestComeFirst(String query, String expected) throws Exception {
        String filled = query;
        Matcher matcher = Pattern.compile("@(\\d)").matcher(query);
        if (matcher.find()) {
            String document =
                    web.get(JOBS.get(Integer.parseInt(matcher.group(1))), ANN).body();
            filled = matcher.replaceAll(document.replaceAll("(?s).*<uws:creationTime>(.*)</uws:creationTime>.*", "$1"));
        }
        HttpResponse<String> response = web.get(web.jobs() + "?" + filled, ANN);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        UwsSchema.validate(response.body());
        StringBuilder found = new StringBuilder();
        Matcher links = Pattern.compile("xlink:href=\"([^\"]*)\"").matcher(response.body());
        while (links.find()) {
            found.append(JOBS.indexOf(links.group(1)));
        }
        assertThat(found.toString()).isEqualTo(expected);
    }

    @Test
    void aListShowsPhaseOwnerRunIdAndCreationTime() throws Exception {
        String job = location(web.send("POST", web.others(), form("RUNID", "r1"), ANN));
        assertThat(web.get(web.others(), ANN).body())
                .contains("id=\"" + job.substring(job.lastIndexOf('/') + 1) + "\"")
                .contains("<uws:phase>PENDING</uws:phase>")
                .contains("<uws:runId>r1</uws:runId>")
                .contains("<uws:ownerId>ann</uws:ownerId>")
                .contains("<uws:creationTime>");
        web.send("DELETE", job, "", ANN);
    }

    @Test
    void anotherOwnersJobMustBeForbiddenWithAllItsResources() throws Exception {
        String job = JOBS.get(0);
        for (String[] stranger : List.of(BOB, new String[0])) {
            for (String part : List.of(
                    "",
                    "?WAIT=1",
                    "/phase",
                    "/executionduration",
                    "/destruction",
                    "/quote",
                    "/owner",
                    "/error",
                    "/parameters",
                    "/results",
                    "/results/result",
                    "/nothing")) {
                assertThat(web.get(job + part, stranger).statusCode()).as(part).isEqualTo(403);
            }
            for (String part :
                    List.of("", "/phase", "/executionduration", "/destruction", "/parameters", "/results", "/owner")) {
                String form = "ACTION=DELETE&PHASE=ABORT&EXECUTIONDURATION=1&DESTRUCTION=2999-01-01&X=1";
                assertThat(web.send("POST", job + part, form, stranger).statusCode())
                        .as(part)
                        .isEqualTo(403);
            }
            assertThat(web.send("DELETE", job, "", stranger).statusCode()).isEqualTo(403);
            assertThat(web.get(web.jobs(), stranger).body()).doesNotContain("jobref");
        }
        assertThat(web.get(job + "/phase", ANN).body()).isEqualTo("COMPLETED");
        assertThat(web.get(job + "/owner", ANN).body()).isEqualTo("ann");
    }

    @Test
    void anAnonymousJobIsOpenToWhoeverKnowsItsAddressAndListedOnlyIfTheOperatorWants() throws Exception {
        String job = web.create("X", "1");
        String id = job.substring(job.lastIndexOf('/') + 1);
        assertThat(web.get(job).statusCode()).isEqualTo(200);
        assertThat(web.get(job, BOB).statusCode()).isEqualTo(200);
        assertThat(web.get(web.jobs()).body()).doesNotContain(id);
        assertThat(web.get(web.jobs(), BOB).body()).doesNotContain(id);
        try (Web open = new Web(new RestLimits(Duration.ofSeconds(1), 1, true))) {
            String listed = open.create("X", "1");
            assertThat(open.get(open.jobs()).body()).contains(listed);
            assertThat(open.get(open.jobs(), BOB).body()).doesNotContain(listed);
        }
    }
}
