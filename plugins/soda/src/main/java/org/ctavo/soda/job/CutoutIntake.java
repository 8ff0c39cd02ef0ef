package org.ctavo.soda.job;

import java.nio.file.Path;

import org.ctavo.soda.request.CutoutReader;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Parameters;
import org.ctavo.uws.rest.JobIntake;

/** Takes parameters as they come: they are looked at when the job runs. What may have several values gathers them. */
public final class CutoutIntake implements JobIntake {

    @Override
    public Parameters accept(Exchange exchange, Parameters sent, Path uploads) {
        return sent;
    }

    @Override
    public boolean accumulates(String name) {
        return CutoutReader.MULTIPLE.contains(name) || name.equals("POL");
    }
}
