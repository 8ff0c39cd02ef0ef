package org.ctavo.soda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.DerivationLog;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.FileStore;
import org.ctavo.archive.cutout.CutoutStatement;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.soda.cutout.Makings;
import org.ctavo.soda.cutout.Sources;
import org.ctavo.soda.job.CutoutRunner;
import org.ctavo.soda.job.Derivations;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.uws.Job;
import org.ctavo.uws.JobDraft;
import org.ctavo.uws.JobFiles;
import org.ctavo.uws.JobKind;
import org.ctavo.uws.JobQueue;
import org.ctavo.uws.JobResult;
import org.ctavo.uws.Phase;
import org.ctavo.uws.QueueLimits;
import org.ctavo.uws.rest.RestLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The asynchronous service on the simulated set (SODA 1.0, section 5). */
class AsyncTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String TOLD = "told";

    @TempDir
    private static Path directory;

    private static final List<Derivation> RECORDED = new CopyOnWriteArrayList<>();

    private static CutoutArchive archive;
    private static JobQueue queue;
    private static Endpoint async;
    private static List<String> runs;

    @BeforeAll
    static void start() throws IOException, SQLException {
        SimulatedSet.write(directory.resolve("set"));
        archive = new CutoutArchive(Map.of("soda.async-cutouts", "20"), directory.resolve("set"));
        runs = archive.products();
        queue = new JobQueue(
                archive.database(),
                new JobFiles(directory.resolve("jobs"), 0),
                QueueLimits.from(archive.services().settings()));
        RestLimits limits = RestLimits.from(archive.services().settings());
        async = new SodaPlugin().jobEndpoints(archive.services(), queue, limits).get(0);
        DerivationLog log = (database, derivations) -> RECORDED.addAll(derivations);
        Sources sources = new Sources(
                new FileCatalogue(archive.database()), new FileStore(archive.database(), Map.of()), Clock.systemUTC());
        queue.register(new JobKind(
                TOLD,
                new CutoutRunner(
                        sources,
                        new Makings("ctavo.example"),
                        new Derivations(archive.database(), List.of(log)),
                        Clock.systemUTC(),
                        100),
                2,
                new JobKind.Allowance(HOUR, HOUR),
                new JobKind.Allowance(HOUR, HOUR),
                Duration.ZERO));
        queue.start();
    }

    @AfterAll
    static void end() {
        queue.close();
        archive.close();
    }

    private static Parameters parameters(String... namesAndValues) {
        return RecordingExchange.get("", namesAndValues).parameters();
    }

    private static Job run(String kind, Caller caller, String... namesAndValues) {
        Job job = queue.create(JobDraft.of(kind, "async", caller, parameters(namesAndValues)), true);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Job now = job;
        while (!now.phase().isFinal() && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            now = queue.store().find(job.id()).orElseThrow();
        }
        return now;
    }

    private static Job run(String... namesAndValues) {
        return run("soda", Caller.ANONYMOUS, namesAndValues);
    }

    private static RecordingExchange get(Job job, String below) {
        RecordingExchange exchange = RecordingExchange.get("/" + job.id() + below);
        try {
            async.handle(exchange);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exchange;
    }

    private static String text(Job job, JobResult result) {
        return get(job, "/results/" + result.id()).text();
    }

    @Test
    void everyCombinationMakesOneResult() {
        Job job = run(
                "ID",
                runs.get(0),
                "ID",
                runs.get(1),
                "ENERGY",
                "0.1 1",
                "ENERGY",
                "1 10",
                "CIRCLE",
                "83.63 22.01 1",
                "CIRCLE",
                "83.63 22.01 2");
        assertThat(job.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(job.results()).hasSize(8).allMatch(result -> result.contentType()
                .equals("application/fits"));
        RecordingExchange one = get(job, "/results/" + job.results().get(0).id());
        assertThat(one.answered("Content-Type")).contains("application/fits");
        assertThat(one.answered("Content-Disposition"))
                .contains("attachment; filename=\"" + job.results().get(0).id() + '"');
        FitsText file = FitsText.of(one.bytes());
        assertThat(file.part("EVENTS").columns().get("ENERGY")).isNotEmpty().allMatch(energy -> energy < 10);
    }

    @Test
    void theSameCutoutHoldsTheSameEventsAsTheSynchronousOne() {
        Job job = run("ID", runs.get(0), "ENERGY", "1 10");
        FitsText here =
                FitsText.of(get(job, "/results/" + job.results().get(0).id()).bytes());
        FitsText there =
                FitsText.of(archive.cut("ID", runs.get(0), "ENERGY", "1 10").bytes());
        assertThat(here.part("EVENTS").columns()).isEqualTo(there.part("EVENTS").columns());
    }

    @Test
    void combinationsThatTakeNothingLeaveATextWithALabel() {
        Job job = run("ID", runs.get(0), "ENERGY", "1 10", "ENERGY", "1e5 1e6");
        assertThat(job.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(job.results()).hasSize(2);
        JobResult nothing = job.results().stream()
                .filter(result -> result.contentType().startsWith("text/plain"))
                .findFirst()
                .orElseThrow();
        assertThat(text(job, nothing)).startsWith("UsageError: No event").contains("ENERGY=1E+5 1E+6");
    }

    @Test
    void oneUnknownIdentifierDoesNotSpoilTheOthers() {
        Job job = run("ID", runs.get(0), "ID", "ivo://ctavo.example/none?1");
        assertThat(job.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(job.results()).hasSize(2);
        assertThat(text(
                        job,
                        job.results().stream()
                                .filter(result -> result.id().endsWith(".txt"))
                                .findFirst()
                                .orElseThrow()))
                .startsWith("UsageError: There is no data product");
    }

    @Test
    void aJobOfWhichNothingCanBeLookedIntoFailsWithALabel() {
        Job job = run("ID", "ivo://ctavo.example/none?1");
        assertThat(job.phase()).isEqualTo(Phase.ERROR);
        assertThat(get(job, "/error").text()).startsWith("UsageError: ");
    }

    @Test
    void wrongValuesAndTooManyCombinationsAreErrors() {
        assertThat(get(run("ID", runs.get(0), "CIRCLE", "1 2"), "/error").text())
                .startsWith("UsageError: CIRCLE");
        assertThat(get(run("CIRCLE", "1 2 3"), "/error").text()).startsWith("UsageError: ID is missing");
        String[] many = new String[2 * 21 + 2];
        many[0] = "ID";
        many[1] = runs.get(0);
        for (int i = 0; i < 21; i++) {
            many[2 + 2 * i] = "ENERGY";
            many[3 + 2 * i] = i + " " + (i + 1);
        }
        assertThat(get(run(many), "/error").text()).startsWith("UsageError: The request asks for more than 20");
    }

    @Test
    void refusalsBeginWithALabelToo() throws IOException {
        RecordingExchange unknown = RecordingExchange.get("/" + "0".repeat(32) + "/phase");
        async.handle(unknown);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).startsWith("UsageError: There is no such job");
        RecordingExchange nonsense = RecordingExchange.post("", "ID", runs.get(0), "PHASE", "DANCE");
        async.handle(nonsense);
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(nonsense.text()).startsWith("UsageError: ");
        RecordingExchange put = RecordingExchange.of("PUT", "");
        assertThatThrownBy(() -> async.handle(put)).isInstanceOf(Fault.class);
        assertThat(put.answered("Allow")).contains("GET, HEAD, POST");
    }

    @Test
    void rightsAreThoseOfWhoeverMadeTheJob() throws SQLException {
        String kept = runs.get(5);
        archive.execute("UPDATE cta.data_product SET data_rights = 'proprietary', obs_release_date = '2999-12-31',"
                + " access_groups = '{members}' WHERE obs_publisher_did = '" + kept + "'");
        assertThat(get(run("ID", kept), "/error").text()).startsWith("AuthenticationError: ");
        Job member = run(TOLD, CutoutArchive.MEMBER, "ID", kept, "ENERGY", "1 10");
        assertThat(member.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(RECORDED).anySatisfy(derivation -> {
            assertThat(derivation.source()).isEqualTo(kept);
            assertThat(derivation.groups()).containsExactly("members");
            assertThat(derivation.requester()).isEqualTo(Derivation.Requester.REGISTERED);
            assertThat(derivation.toString()).doesNotContain("'member'", "=member,");
        });
    }

    @Test
    void whatWasMadeIsRecordedWithoutBetrayingTheJob() {
        Job job = run(TOLD, Caller.ANONYMOUS, "ID", runs.get(0), "ENERGY", "2 10", "ENERGY", "1e7 1e8");
        List<Derivation> own = RECORDED.stream()
                .filter(derivation -> derivation.source().equals(runs.get(0)))
                .filter(derivation -> derivation.parameters().contains(new Derivation.Parameter("ENERGY", "2 10")))
                .toList();
        assertThat(own).hasSize(1);
        Derivation derivation = own.get(0);
        assertThat(derivation.toString()).doesNotContain(job.id().toString());
        assertThat(derivation.recipe().name() + derivation.resultName()).doesNotContain(runs.get(0));
        assertThat(derivation.groups()).isEmpty();
        assertThat(derivation.start()).isBeforeOrEqualTo(derivation.end());
        assertThat(derivation.requester()).isEqualTo(Derivation.Requester.ANONYMOUS);
        assertThat(derivation.inputs())
                .extracting(Derivation.Input::role)
                .containsExactly("gti", "aeff", "edisp", "psf", "bkg");
        JobResult result = job.results().stream()
                .filter(found -> found.id().endsWith(".fits"))
                .findFirst()
                .orElseThrow();
        Path file = queue.files().result(job.id(), job.claim().orElseThrow(), result.id());
        assertThat(String.join("", FitsText.of(file).part("EVENTS").header().lines("HISTORY")))
                .contains(derivation.result());
        assertThat(CutoutStatement.read(FitsText.of(file).part("EVENTS").header()::text)
                        .orElseThrow())
                .as("the file tells what was recorded")
                .returns(derivation.activity(), Derivation::activity)
                .returns(derivation.start(), Derivation::start)
                .returns(derivation.end(), Derivation::end)
                .returns(derivation.recipe(), Derivation::recipe)
                .returns(derivation.inputs(), Derivation::inputs)
                .returns(derivation.parameters(), Derivation::parameters);
    }

    @Test
    void votableResultsAreMadeToo() {
        Job job = run("ID", runs.get(0), "RESPONSEFORMAT", "application/x-votable+xml", "ENERGY", "5 10");
        assertThat(job.results().get(0).contentType()).isEqualTo("application/x-votable+xml");
        assertThat(text(job, job.results().get(0))).contains("<VOTABLE").endsWith("</VOTABLE>\n");
    }

    @Test
    void jobsAreMadeAndRunOverTheWeb() throws IOException {
        RecordingExchange create = RecordingExchange.post("", "ID", runs.get(0), "ENERGY", "1 10");
        async.handle(create);
        assertThat(create.status()).isEqualTo(303);
        String path = create.answered("Location").orElseThrow();
        String id = path.substring(path.lastIndexOf('/'));
        RecordingExchange more = RecordingExchange.post(id + "/parameters", "ENERGY", "0.1 1");
        async.handle(more);
        assertThat(more.status()).isEqualTo(303);
        async.handle(RecordingExchange.post(id + "/phase", "PHASE", "RUN"));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String phase = "";
        while (!phase.equals("COMPLETED") && System.nanoTime() < end) {
            RecordingExchange look = RecordingExchange.get(id + "/phase");
            async.handle(look);
            phase = look.text();
        }
        RecordingExchange results = RecordingExchange.get(id + "/results");
        async.handle(results);
        assertThat(results.text().split("<uws:result ", -1)).hasSize(3);
    }
}
