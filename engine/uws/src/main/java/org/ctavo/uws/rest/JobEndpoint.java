package org.ctavo.uws.rest;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.ctavo.spi.ContentDisposition;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;
import org.ctavo.uws.Job;
import org.ctavo.uws.JobError;
import org.ctavo.uws.JobFault;
import org.ctavo.uws.JobFilter;
import org.ctavo.uws.JobId;
import org.ctavo.uws.JobQueue;
import org.ctavo.uws.JobResult;
import org.ctavo.uws.Phase;

/**
 * A list of jobs and everything below it (UWS 1.1, section 2.2). An endpoint by itself, or part of another one, which
 * then hands on what follows its own path. A job of somebody else's is forbidden with all its resources, and absent
 * from lists.
 */
public final class JobEndpoint implements Endpoint {
    private final JobQueue queue;
    private final RestLimits limits;
    private final JobFace face;
    private final JobChanges changes;

    /** The jobs of a queue that belong to a list. */
    public JobEndpoint(JobQueue queue, RestLimits limits, JobFace face) {
        this.queue = queue;
        this.limits = limits;
        this.face = face;
        this.changes = new JobChanges(queue, face);
    }

    @Override
    public String path() {
        return face.path();
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        handle(exchange, exchange.path());
    }

    /**
     * Answers a request on behalf of another endpoint.
     *
     * @param path what follows the path of the list: empty or beginning with a slash
     */
    public void handle(Exchange exchange, String path) throws IOException {
        exchange.header("Cache-Control", "no-store");
        List<String> names =
                Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
        String method = exchange.method();
        if (names.isEmpty()) {
            switch (method) {
                case "GET" -> list(exchange);
                case "POST" -> changes.create(exchange);
                default -> throw notAllowed(exchange, "GET, HEAD, POST");
            }
            return;
        }
        JobId id = JobId.parse(names.get(0)).orElseThrow(JobEndpoint::noSuchJob);
        if (names.size() == 1) {
            switch (method) {
                case "GET" -> show(exchange, id);
                case "POST" -> changes.act(exchange, job(exchange, id));
                case "DELETE" -> changes.delete(exchange, job(exchange, id));
                default -> throw notAllowed(exchange, "GET, HEAD, POST, DELETE");
            }
            return;
        }
        Job job = job(exchange, id);
        List<String> rest = names.subList(1, names.size());
        switch (method) {
            case "GET" -> part(exchange, job, rest);
            case "POST" -> changes.post(exchange, job, rest);
            default -> {
                JobPart.of(rest);
                throw notAllowed(exchange, "GET, HEAD, POST");
            }
        }
    }

    private static Fault notAllowed(Exchange exchange, String allowed) {
        exchange.header("Allow", allowed);
        return new Fault(
                RequestFault.METHOD_NOT_ALLOWED,
                "This resource does not answer " + exchange.method() + "; it answers " + allowed + ".");
    }

    private static Fault noSuchJob() {
        return new Fault(JobFault.NO_SUCH_JOB, "There is no such job; it may have been destroyed.");
    }

    /** A job of this list that the caller may see and change. */
    private Job job(Exchange exchange, JobId id) {
        Job job = queue.store()
                .find(id)
                .filter(found ->
                        found.kind().equals(face.kind()) && found.collection().equals(face.collection()))
                .orElseThrow(JobEndpoint::noSuchJob);
        if (!job.isOpenTo(exchange.caller())) {
            throw new Fault(JobFault.NOT_YOUR_JOB, "This job belongs to somebody else; log in as its owner.");
        }
        return job;
    }

    private JobForm form(Exchange exchange) {
        JobForm form = JobForm.preferred(exchange.headers("Accept"));
        exchange.header("Content-Type", form.contentType());
        exchange.header("Vary", "Accept");
        return form;
    }

    private JobForm.Links links(Exchange exchange) {
        return new JobForm.Links(exchange.base() + face.path());
    }

    private void list(Exchange exchange) throws IOException {
        Controls controls = new Controls(exchange.parameters());
        Optional<Integer> last = controls.last();
        JobFilter filter = new JobFilter(
                face.kind(),
                Optional.of(face.collection()),
                exchange.caller().subject(),
                new HashSet<>(controls.phases()),
                controls.after(),
                last.isPresent() ? OptionalInt.of(last.get()) : OptionalInt.empty());
        JobForm.RefWriter writer = form(exchange).list(links(exchange), exchange.output());
        if (filter.owner().isPresent() || limits.listsAnonymous()) {
            queue.store().list(filter, writer::ref);
        }
        writer.end();
    }

    private void show(Exchange exchange, JobId id) throws IOException {
        Controls controls = new Controls(exchange.parameters());
        Optional<Duration> wait = controls.waiting();
        if (wait.isEmpty()) {
            write(exchange, job(exchange, id));
            return;
        }
        List<Phase> phases = controls.phases();
        if (phases.size() > 1) {
            throw Controls.bad("PHASE", "a request can wait in one phase only");
        }
        Phase expected = phases.isEmpty() ? null : phases.get(0);
        new BlockingRequest(queue.events(), limits, later -> job(later, id), id, wait.get(), expected, this::write)
                .handle(exchange);
    }

    private void write(Exchange exchange, Job job) throws IOException {
        form(exchange).job(job, links(exchange), exchange.output());
    }

    private void part(Exchange exchange, Job job, List<String> names) throws IOException {
        switch (JobPart.of(names)) {
            case PHASE -> text(exchange, job.phase().name());
            case EXECUTIONDURATION -> text(
                    exchange, Long.toString(job.executionDuration().toSeconds()));
            case DESTRUCTION -> text(exchange, UwsTime.format(job.destruction()));
            case QUOTE -> text(exchange, "");
            case OWNER -> text(exchange, job.owner().orElse(""));
            case ERROR -> error(exchange, job);
            case PARAMETERS -> form(exchange).parameters(job.parameters(), exchange.output());
            case RESULTS -> form(exchange).results(job, links(exchange), exchange.output());
            case RESULT -> result(exchange, job, names.get(1));
        }
    }

    private static void text(Exchange exchange, String text) throws IOException {
        exchange.header("Content-Type", "text/plain;charset=UTF-8");
        exchange.output().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void error(Exchange exchange, Job job) throws IOException {
        JobError error = job.error()
                .orElseThrow(() -> new Fault(JobFault.NO_ERROR, "The job has no error; it is " + job.phase() + "."));
        exchange.header("Content-Type", face.errors().contentType());
        face.errors().write(error.message(), exchange.output());
    }

    private void result(Exchange exchange, Job job, String id) throws IOException {
        JobResult result = job.results().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> noSuchResult(job));
        Path file = queue.files().result(job.id(), job.claim().orElseThrow(), result.id());
        if (Files.isReadable(file)) {
            exchange.header("Content-Type", result.contentType());
            exchange.header("Content-Length", Long.toString(result.size()));
            exchange.header("Content-Disposition", disposition(job, result));
            // What a job wrote must never act in the name of the service.
            exchange.header("X-Content-Type-Options", "nosniff");
            exchange.header("Content-Security-Policy", "sandbox");
            if (result.size() > 0) {
                exchange.send(file, 0, result.size());
            }
        } else {
            throw new Fault(
                    JobFault.RESULT_STORE, "The result is recorded but its file is missing; run the job again.");
        }
    }

    /** A result that is named like a file keeps its name; others are named after what the client calls the job. */
    private static String disposition(Job job, JobResult result) {
        if (result.id().contains(".")) {
            return ContentDisposition.file(result.id());
        }
        String name = job.runId()
                .filter(runId -> !runId.isBlank())
                // The whole id would open an anonymous job to whoever is shown the file.
                .orElseGet(() -> job.kind() + "-" + job.id().toString().substring(0, 8));
        String stem = job.results().size() == 1 ? name : name + "-" + result.id();
        return ContentDisposition.of(stem, result.contentType());
    }

    private static Fault noSuchResult(Job job) {
        String remedy = job.phase().isFinal()
                ? "the job's list of results names those it has."
                : "the job is " + job.phase() + "; wait until it is COMPLETED.";
        return new Fault(JobFault.NO_SUCH_RESULT, "The job has no such result: " + remedy);
    }

    static URI address(Exchange exchange, JobFace face, String below) {
        return URI.create(exchange.base() + face.path() + below);
    }
}
