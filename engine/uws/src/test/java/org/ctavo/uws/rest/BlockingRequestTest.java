package org.ctavo.uws.rest;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Blocking requests (UWS 1.1, section 2.2.1.1). */
class BlockingRequestTest {
    private static Web web;

    @BeforeAll
    static void open() throws Exception {
        web = new Web(new RestLimits(Duration.ofSeconds(20), 3, true));
    }

    @AfterAll
    static void close() throws Exception {
        web.close();
    }

    private record Timed(HttpResponse<String> response, Duration time) {
        String phase() {
            return response.body().replaceAll("(?s).*<uws:phase>(.*)</uws:phase>.*", "$1");
        }
    }

    private static Timed get(String url) {
        try {
            Instant begin = Instant.now();
            HttpResponse<String> response = web.get(url);
            return new Timed(response, Duration.between(begin, Instant.now()));
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static CompletableFuture<Timed> later(String url) throws Exception {
        CompletableFuture<Timed> future = CompletableFuture.supplyAsync(() -> get(url));
        Thread.sleep(200);
        return future;
    }

    @Test
    void aRequestThatWaitsMustAnswerWhenThePhaseChanges() throws Exception {
        String job = web.create("SLEEP", "500", "PHASE", "RUN");
        Timed waited = get(job + "?WAIT=15");
        assertThat(waited.phase()).isEqualTo("COMPLETED");
        assertThat(waited.time()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(5));
    }

    @Test
    void aRequestThatWaitsForeverAnswersOnEachChange() throws Exception {
        String job = web.create("SLEEP", "500");
        CompletableFuture<Timed> pending = later(job + "?WAIT=-1");
        web.post(job + "/phase", "PHASE", "RUN");
        assertThat(pending.get().phase()).isEqualTo("EXECUTING");
        assertThat(get(job + "?WAIT=-1&PHASE=EXECUTING").phase()).isEqualTo("COMPLETED");
    }

    @Test
    void aRequestThatWaitsMustAnswerWhenTheTimeIsOver() throws Exception {
        String job = web.create();
        Timed waited = get(job + "?WAIT=1");
        assertThat(waited.phase()).isEqualTo("PENDING");
        assertThat(waited.time()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
    }

    @Test
    void aRequestInAnotherPhaseThanAskedForMustBeAnsweredAtOnce() throws Exception {
        String job = web.create();
        assertThat(get(job + "?WAIT=15&PHASE=QUEUED").time()).isLessThan(Duration.ofSeconds(5));
        assertThat(get(job + "?WAIT=0").time()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aRequestForAJobThatHasEndedMustBeAnsweredAtOnce() throws Exception {
        String job = web.create("PHASE", "RUN");
        web.ended(job);
        assertThat(get(job + "?WAIT=15").time()).isLessThan(Duration.ofSeconds(5));
        assertThat(get(job + "?WAIT=15&PHASE=COMPLETED").time()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aRequestForAJobThatIsDestroyedMeanwhileIsAnswered404() throws Exception {
        String job = web.create();
        CompletableFuture<Timed> waiting = later(job + "?WAIT=15");
        web.send("DELETE", job, "");
        assertThat(waiting.get().response().statusCode()).isEqualTo(404);
    }

    @Test
    void requestsBeyondTheBoundAreAnsweredAtOnce() throws Exception {
        String job = web.create();
        CompletableFuture<Timed> one = later(job + "?WAIT=15");
        CompletableFuture<Timed> two = later(job + "?WAIT=15");
        CompletableFuture<Timed> three = later(job + "?WAIT=15");
        Timed four = get(job + "?WAIT=15");
        assertThat(four.time()).isLessThan(Duration.ofSeconds(5));
        assertThat(four.response().statusCode()).isEqualTo(200);
        web.post(job + "/phase", "PHASE", "ABORT");
        for (CompletableFuture<Timed> waiting : List.of(one, two, three)) {
            assertThat(waiting.get().phase()).isEqualTo("ABORTED");
        }
        assertThat(get(web.create() + "?WAIT=1").time()).isGreaterThan(Duration.ofMillis(900));
    }
}
