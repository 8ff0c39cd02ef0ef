package org.ctavo.uws.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import org.ctavo.spi.Parameters;
import org.ctavo.uws.Job;
import org.ctavo.uws.JobRef;
import org.ctavo.uws.JobResult;

/** A representation of jobs: XML as the standard has it, or JSON with the same names. */
sealed interface JobForm permits JobXml, JobJson {

    /** Media type of what is written. */
    String contentType();

    /** Writes a job. */
    void job(Job job, Links links, OutputStream output) throws IOException;

    /** Begins a list of jobs. */
    RefWriter list(Links links, OutputStream output) throws IOException;

    /** Writes the parameters of a job. */
    void parameters(Parameters parameters, OutputStream output) throws IOException;

    /** Writes the list of results of a job. */
    void results(Job job, Links links, OutputStream output) throws IOException;

    /** Writes a list entry by entry. */
    interface RefWriter {

        /** Writes an entry. */
        void ref(JobRef ref) throws IOException;

        /** Ends the list. */
        void end() throws IOException;
    }

    /**
     * Where jobs are found.
     *
     * @param jobs address of the list
     */
    record Links(String jobs) {
        String job(String id) {
            return jobs + "/" + id;
        }

        String result(Job job, JobResult result) {
            return job(job.id().toString()) + "/results/" + result.id();
        }
    }

    /** The form that a request prefers: JSON only if it is asked for by name, and not less than XML. */
    static JobForm preferred(List<String> accept) {
        double json = 0;
        double xml = 0;
        for (String range : String.join(",", accept).split(",", -1)) {
            String type = range.split(";", 2)[0].strip();
            if (type.equals("application/json")) {
                json = Math.max(json, quality(range));
            } else if (type.endsWith("/xml")) {
                xml = Math.max(xml, quality(range));
            }
        }
        return json > 0 && json >= xml ? new JobJson() : new JobXml();
    }

    private static double quality(String range) {
        for (String parameter : range.split(";", -1)) {
            Optional<String> value = Optional.of(parameter.strip())
                    .filter(text -> text.startsWith("q="))
                    .map(text -> text.substring(2));
            if (value.isPresent()) {
                try {
                    return Double.parseDouble(value.get());
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
