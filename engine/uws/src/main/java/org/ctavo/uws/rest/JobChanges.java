package org.ctavo.uws.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.RequestFault;
import org.ctavo.uws.Job;
import org.ctavo.uws.JobDraft;
import org.ctavo.uws.JobFault;
import org.ctavo.uws.JobId;
import org.ctavo.uws.JobQueue;
import org.ctavo.uws.Phase;

/** The requests that change something (UWS 1.1, section 2.2.3); each answers with 303 and where to look. */
final class JobChanges {
    private final JobQueue queue;
    private final JobFace face;

    JobChanges(JobQueue queue, JobFace face) {
        this.queue = queue;
        this.face = face;
    }

    void create(Exchange exchange) throws IOException {
        Controls controls = new Controls(exchange.parameters());
        JobId id = JobId.random();
        boolean isCreated = false;
        try {
            boolean run = controls.run();
            JobDraft draft = new JobDraft(
                    id,
                    face.kind(),
                    face.collection(),
                    exchange.base(),
                    exchange.caller(),
                    controls.runId(),
                    face.intake()
                            .accept(exchange, controls.others(), queue.files().uploads(id)),
                    controls.executionDuration(),
                    controls.destruction());
            queue.create(draft, run);
            isCreated = true;
        } finally {
            if (!isCreated) {
                queue.files().delete(id);
            }
        }
        seeOther(exchange, "/" + id);
    }

    /** A POST to the job itself. */
    void act(Exchange exchange, Job job) {
        String action = new Controls(exchange.parameters())
                .action()
                .orElseThrow(() -> new Fault(
                        RequestFault.MISSING_PARAMETER,
                        "A job itself takes ACTION=DELETE only; send PHASE to its phase, parameters to its"
                                + " parameters."));
        if (!action.equals("DELETE")) {
            throw Controls.bad("ACTION", "the only action is DELETE");
        }
        delete(exchange, job);
    }

    void delete(Exchange exchange, Job job) {
        queue.delete(job);
        seeOther(exchange, "");
    }

    /** A POST to something below the job. */
    void post(Exchange exchange, Job job, List<String> names) throws IOException {
        JobPart part = JobPart.of(names);
        Controls controls = new Controls(exchange.parameters());
        switch (part) {
            case PHASE -> phase(controls, job);
            case EXECUTIONDURATION -> queue.executionDuration(
                    job, controls.executionDuration().orElseThrow(() -> missing("EXECUTIONDURATION")));
            case DESTRUCTION -> queue.destruction(
                    job, controls.destruction().orElseThrow(() -> missing("DESTRUCTION")));
            case PARAMETERS -> parameters(exchange, controls, job);
            case QUOTE, OWNER, ERROR, RESULTS, RESULT -> {
                exchange.header("Allow", "GET, HEAD");
                throw new Fault(RequestFault.METHOD_NOT_ALLOWED, "This resource can only be read.");
            }
        }
        seeOther(exchange, "/" + job.id());
    }

    private void phase(Controls controls, Job job) {
        switch (controls.phase().orElseThrow(() -> missing("PHASE"))) {
            case "RUN" -> queue.run(job);
            case "ABORT" -> queue.abort(job);
            default -> throw Controls.bad("PHASE", "a job can be told to RUN or to ABORT");
        }
    }

    private void parameters(Exchange exchange, Controls controls, Job job) throws IOException {
        if (job.phase() != Phase.PENDING) {
            throw new Fault(
                    JobFault.WRONG_PHASE, "Parameters can be sent only while the job is PENDING; create a new job.");
        }
        Parameters added =
                face.intake().accept(exchange, controls.others(), queue.files().uploads(job.id()));
        queue.change(job, old -> merged(old, added), controls.runId());
    }

    private Parameters merged(Parameters old, Parameters added) {
        Set<String> replaced = new HashSet<>();
        for (Parameters.Entry entry : added.entries()) {
            String name = entry.name().toUpperCase(Locale.ROOT);
            if (!face.intake().accumulates(name)) {
                replaced.add(name);
            }
        }
        List<Parameters.Entry> all = new ArrayList<>(old.entries());
        all.removeIf(entry -> replaced.contains(entry.name().toUpperCase(Locale.ROOT)));
        all.addAll(added.entries());
        // The limits hold for all of them together.
        return new Controls(new Parameters(all)).others();
    }

    private static Fault missing(String name) {
        return new Fault(RequestFault.MISSING_PARAMETER, "Parameter " + name + " is missing; send it in a form body.");
    }

    private void seeOther(Exchange exchange, String below) {
        exchange.seeOther(JobEndpoint.address(exchange, face, below));
    }
}
