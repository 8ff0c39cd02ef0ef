package org.ctavo.tap.vosi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.ctavo.adql.Adql;
import org.ctavo.spi.Capability;
import org.ctavo.spi.DataModel;
import org.ctavo.tap.result.ResultFormats;

/**
 * What the service can do, as the capabilities tell it.
 *
 * @param adql its language
 * @param formats its formats
 * @param dataModels that its tables implement
 * @param capabilities beside TAP's and VOSI's own
 * @param limits what it holds to
 */
public record TapFeatures(
        Adql adql, ResultFormats formats, List<DataModel> dataModels, List<Capability> capabilities, Limits limits) {

    /**
     * What the service holds to.
     *
     * @param defaultMaxrec rows when MAXREC is not sent
     * @param hardMaxrec rows at most
     * @param defaultDuration of an asynchronous query
     * @param hardDuration the longest a job may ask for
     * @param retention of jobs; empty if there are none
     * @param uploadBytes the largest upload; empty if none is taken
     */
    public record Limits(
            long defaultMaxrec,
            long hardMaxrec,
            Duration defaultDuration,
            Duration hardDuration,
            Optional<Retention> retention,
            Optional<Long> uploadBytes) {}

    /**
     * How long jobs are kept.
     *
     * @param usual if they do not ask
     * @param most that they may ask for
     */
    public record Retention(Duration usual, Duration most) {}

    /** Copies the lists. */
    public TapFeatures {
        dataModels = List.copyOf(dataModels);
        capabilities = List.copyOf(capabilities);
    }
}
