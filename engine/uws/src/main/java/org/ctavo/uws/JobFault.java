package org.ctavo.uws;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Faults of jobs and of requests about them. */
public enum JobFault implements FaultCode {
    /** There is no such job, or no longer. */
    NO_SUCH_JOB(Category.NOT_FOUND),
    /** The job has no such result, or not yet. */
    NO_SUCH_RESULT(Category.NOT_FOUND),
    /** The job has not failed, so that there is no error to show. */
    NO_ERROR(Category.NOT_FOUND),
    /** The job belongs to somebody else. */
    NOT_YOUR_JOB(Category.FORBIDDEN),
    /** The job's phase does not allow what was asked for. */
    WRONG_PHASE(Category.FORBIDDEN),
    /** A limit on the number of jobs is reached. */
    TOO_MANY_JOBS(Category.RESOURCES),
    /** There is no room for more results. */
    NO_ROOM(Category.RESOURCES),
    /** The results of jobs cannot be stored or read. */
    RESULT_STORE(Category.EXTERNAL),
    /** The store of jobs cannot be reached. */
    JOB_STORE(Category.EXTERNAL);

    private final Category category;

    JobFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
