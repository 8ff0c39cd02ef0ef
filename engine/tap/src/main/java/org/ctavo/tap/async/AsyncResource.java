package org.ctavo.tap.async;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Setting;
import org.ctavo.tap.ErrorDocument;
import org.ctavo.tap.TapEndpoint;
import org.ctavo.tap.TapParts;
import org.ctavo.tap.TapResource;
import org.ctavo.tap.TapService;
import org.ctavo.tap.TapSettings;
import org.ctavo.tap.result.VOTableText;
import org.ctavo.tap.vosi.TapFeatures;
import org.ctavo.uws.JobKind;
import org.ctavo.uws.JobQueue;
import org.ctavo.uws.rest.ErrorForm;
import org.ctavo.uws.rest.JobEndpoint;
import org.ctavo.uws.rest.JobFace;
import org.ctavo.uws.rest.RestLimits;

/** {@code /async}: queries as jobs (TAP 1.1, section 2.1; UWS 1.1). */
public final class AsyncResource implements TapResource {
    private static final String NAME = "async";
    private static final String KIND = "tap";
    /** What the database gets on top of a job's longest time, so that it is the queue that ends jobs. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final JobEndpoint jobs;

    private AsyncResource(JobEndpoint jobs) {
        this.jobs = jobs;
    }

    /**
     * Makes queries known to a queue as a kind of job.
     *
     * @param service runs them
     * @param parts it is made of
     * @param queue not started yet
     * @param limits of the node's lists of jobs
     */
    public static AsyncResource open(TapService service, TapParts parts, JobQueue queue, RestLimits limits) {
        JobKind.Allowance duration = allowance(
                value(parts, TapSettings.EXECUTION_DURATION), value(parts, TapSettings.EXECUTION_DURATION_HARD));
        QueryRunner runner = new QueryRunner(
                service.executor(),
                service.requests(),
                parts.uploads(),
                duration.most().plus(MARGIN));
        TapFeatures.Retention retention = retention(parts);
        queue.register(new JobKind(
                KIND,
                runner,
                value(parts, AsyncSettings.SLOTS),
                duration,
                new JobKind.Allowance(retention.usual(), retention.most()),
                Duration.ZERO));
        JobFace face = new JobFace(
                KIND, NAME, TapEndpoint.PATH + "/" + NAME, new QueryIntake(parts.uploads()), new Document());
        return new AsyncResource(new JobEndpoint(queue, limits, face));
    }

    /** How long queries are kept, for {@link TapParts#with(TapFeatures.Retention)}. */
    public static TapFeatures.Retention retention(TapParts parts) {
        JobKind.Allowance retention =
                allowance(value(parts, AsyncSettings.RETENTION), value(parts, AsyncSettings.RETENTION_HARD));
        return new TapFeatures.Retention(retention.standard(), retention.most());
    }

    /** A default above its limit is the limit. */
    private static JobKind.Allowance allowance(Duration standard, Duration most) {
        return new JobKind.Allowance(standard.compareTo(most) > 0 ? most : standard, most);
    }

    private static <T> T value(TapParts parts, Setting<T> setting) {
        return parts.services().settings().value(setting);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        jobs.handle(exchange, exchange.path().substring(1 + NAME.length()));
    }

    /** Errors as VOTable (DALI 1.1, section 4.2). */
    private static final class Document implements ErrorForm {
        @Override
        public String contentType() {
            return ErrorDocument.CONTENT_TYPE;
        }

        @Override
        public void write(String message, OutputStream output) throws IOException {
            output.write(VOTableText.error(message));
        }
    }
}
