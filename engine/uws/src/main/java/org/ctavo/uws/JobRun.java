package org.ctavo.uws;

import java.io.IOException;
import java.nio.file.Path;

/** One attempt to run a job, as its {@link JobRunner} sees it. */
public interface JobRun {

    /** The job as it was when the attempt began. */
    Job job();

    /** Says when the attempt must end before it is done. */
    Cancellation cancellation();

    /** The directory in which files sent with the job lie; does not exist if there are none. */
    Path uploads();

    /**
     * A directory that belongs to the job and outlives the attempt, so that the next one may find what this one left
     * (the number of a batch job). Created by this call; gone when the job is destroyed.
     */
    Path workspace() throws IOException;

    /**
     * Begins a result. It becomes one by {@link ResultFile#commit()}, and visible when the attempt ends, whether well
     * or badly.
     *
     * @param id name of the result, see {@link JobResult}
     * @param contentType media type
     */
    ResultFile result(String id, String contentType) throws IOException;
}
