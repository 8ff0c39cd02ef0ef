package org.ctavo.tap.async;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

import org.ctavo.spi.Parameters;
import org.ctavo.tap.RequestReader;
import org.ctavo.tap.TapRequest;
import org.ctavo.tap.query.Cancellation;
import org.ctavo.tap.query.QueryExecutor;
import org.ctavo.tap.query.UploadReader;
import org.ctavo.tap.query.UploadedTables;
import org.ctavo.uws.Cancellation.Registration;
import org.ctavo.uws.Job;
import org.ctavo.uws.JobRun;
import org.ctavo.uws.JobRunner;
import org.ctavo.uws.ResultFile;

/** Runs a query and stores its document as the result that TAP names {@code result}. */
final class QueryRunner implements JobRunner {
    private static final String RESULT = "result";
    private static final int BUFFER = 1 << 16;

    private final QueryExecutor executor;
    private final RequestReader requests;
    private final UploadReader uploads;
    private final Optional<Duration> timeLimit;

    /**
     * A runner.
     *
     * @param timeLimit for the database: longer than any job may take, as the queue ends them in time and can be told a
     *     new time meanwhile; it stops what nobody is left to stop
     */
    QueryRunner(QueryExecutor executor, RequestReader requests, UploadReader uploads, Duration timeLimit) {
        this.executor = executor;
        this.requests = requests;
        this.uploads = uploads;
        this.timeLimit = Optional.of(timeLimit);
    }

    @Override
    public void run(JobRun run) throws IOException {
        Job job = run.job();
        Parameters parameters = job.parameters();
        Cancellation cancellation = new Cancellation();
        Registration registration = run.cancellation().onCancel(cancellation::cancel);
        try (UploadedTables tables = uploads.read(
                parameters, name -> QueryIntake.uploads(uploads, run.uploads()).find(name))) {
            TapRequest request = requests.read(
                    parameters,
                    new RequestReader.Circumstances(job.caller(), job.base(), Optional.empty(), timeLimit, tables));
            try (ResultFile file = run.result(RESULT, request.contentType())) {
                OutputStream out = new BufferedOutputStream(file.stream(), BUFFER);
                executor.execute(request.query(), out, cancellation);
                out.flush();
                file.commit();
            }
        } finally {
            registration.close();
        }
    }
}
