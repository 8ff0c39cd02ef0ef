package org.ctavo.soda.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.archive.Derivation;
import org.ctavo.soda.cutout.Answer;
import org.ctavo.soda.cutout.CutoutPlan;
import org.ctavo.soda.cutout.Makings;
import org.ctavo.soda.cutout.Source;
import org.ctavo.soda.cutout.Sources;
import org.ctavo.soda.cutout.Stamp;
import org.ctavo.soda.request.Cutout;
import org.ctavo.soda.request.CutoutReader;
import org.ctavo.soda.request.ErrorLabel;
import org.ctavo.spi.Fault;
import org.ctavo.uws.Job;
import org.ctavo.uws.JobFault;
import org.ctavo.uws.JobRun;
import org.ctavo.uws.JobRunner;
import org.ctavo.uws.ResultFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the cut-outs of a job. Each combination of values leaves one result: a file with events, or a text that begins
 * with one of SODA's words and says why there is none. A job of which no combination could be looked into at all fails.
 */
public final class CutoutRunner implements JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CutoutRunner.class);
    private static final int BUFFER = 1 << 16;

    private final Sources sources;
    private final Makings makings;
    private final Derivations derivations;
    private final Clock clock;
    private final int most;

    /**
     * A runner.
     *
     * @param makings tells of cut-outs where they came from
     * @param derivations are told of what was made
     * @param most cut-outs a job may ask for
     */
    public CutoutRunner(Sources sources, Makings makings, Derivations derivations, Clock clock, int most) {
        this.sources = sources;
        this.makings = makings;
        this.derivations = derivations;
        this.clock = clock;
        this.most = most;
    }

    @Override
    public void run(JobRun run) throws IOException {
        List<Cutout> cutouts;
        try {
            cutouts = CutoutReader.all(run.job().parameters(), most);
        } catch (Fault e) {
            throw labelled(e);
        }
        List<Derivation> made = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        try {
            for (int i = 0; i < cutouts.size() && !run.cancellation().isCancelled(); i++) {
                make(run, cutouts.get(i), i + 1, made, faults);
            }
        } finally {
            // What is whole stays a result, however the job ends.
            derivations.tell(made);
        }
        if (faults.size() == cutouts.size()) {
            throw labelled(faults.get(0));
        }
    }

    /** The message of a job's error is the text its client reads. */
    private static Fault labelled(Fault fault) {
        return new Fault(fault.code(), ErrorLabel.text(fault), fault);
    }

    private void make(JobRun run, Cutout cutout, int number, List<Derivation> made, List<Fault> faults)
            throws IOException {
        Job job = run.job();
        Makings.Request request = new Makings.Request(cutout, job.caller(), clock.instant());
        try {
            Source source = sources.find(job.caller(), cutout.id());
            Optional<CutoutPlan> plan = CutoutPlan.of(source, cutout.selection(), run.cancellation()::isCancelled);
            if (plan.isEmpty()) {
                say(run, number, ErrorLabel.nothing(cutout));
                return;
            }
            Derivation making =
                    makings.ofJob(request, plan.get(), clock.instant(), job.id().toString(), number);
            Stamp stamp = new Stamp(job.base(), making, derivations.areKept());
            Answer answer = Answer.of(plan.get(), cutout.format(), stamp);
            String name =
                    source.cutoutName() + "_" + number + "." + cutout.format().extension();
            try (ResultFile file = run.result(name, cutout.format().mediaType())) {
                OutputStream out = new BufferedOutputStream(file.stream(), BUFFER);
                answer.write(out);
                out.flush();
                file.commit();
            }
            made.add(making);
        } catch (Fault e) {
            if (e.code().category().isServiceFault()) {
                LOG.error(
                        "Cut-out {} of job {} failed: {}",
                        number,
                        run.job().id(),
                        e.code().name(),
                        e);
            }
            if (e.code() == JobFault.NO_ROOM) {
                // Nor is there for any other, or for a text that says so.
                throw labelled(e);
            }
            faults.add(e);
            say(run, number, ErrorLabel.text(e) + " (" + cutout.text() + ")");
        }
    }

    private static void say(JobRun run, int number, String text) throws IOException {
        try (ResultFile file = run.result("cutout_" + number + ".txt", "text/plain;charset=UTF-8")) {
            file.stream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
            file.commit();
        }
    }
}
