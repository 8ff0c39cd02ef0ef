package org.ctavo.uws.rest;

import java.io.IOException;
import java.nio.file.Path;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Parameters;

/** What a kind of job takes from a request. Called by many threads at once. */
public interface JobIntake {

    /** Takes every parameter as it is and no files; a parameter sent again replaces what was sent before. */
    JobIntake ALL = (exchange, sent, uploads) -> sent;

    /**
     * Turns what was sent into parameters of the job, both when it is created and when parameters are added. Files sent
     * with the request are stored below {@code uploads}, which does not exist yet; should this throw, the caller
     * removes it when the job is new.
     *
     * @param exchange the request, for its file parts
     * @param sent the request's parameters without those that control the job (PHASE, RUNID, …)
     * @param uploads the place for files of the job
     * @return what to store
     * @throws org.ctavo.spi.Fault to refuse
     */
    Parameters accept(Exchange exchange, Parameters sent, Path uploads) throws IOException;

    /**
     * Whether values of a parameter sent later are added to the earlier ones instead of replacing them.
     *
     * @param name of the parameter, in upper case
     */
    default boolean accumulates(String name) {
        return false;
    }
}
