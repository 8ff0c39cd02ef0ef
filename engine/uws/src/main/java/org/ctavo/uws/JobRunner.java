package org.ctavo.uws;

/**
 * What a kind of job does. Called by many threads at once, on any node, and for the same job again when the node that
 * ran it died: a runner must be able to begin anew.
 */
@FunctionalInterface
public interface JobRunner {

    /**
     * Runs a job to its end. When it returns, the job is COMPLETED with the results it finished; a
     * {@link org.ctavo.spi.Fault} makes it ERROR with the fault's message, any other exception ERROR with a message
     * that tells nothing of the inside. Whatever happens after {@link Cancellation#isCancelled()} turned true is
     * without consequence, but the runner must come to its end soon then.
     *
     * @throws Exception whatever went wrong
     */
    void run(JobRun run) throws Exception;
}
