package org.ctavo.uws.rest;

import java.util.List;

import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** The resources below a job (UWS 1.1, section 2.2). */
enum JobPart {
    PHASE,
    EXECUTIONDURATION,
    DESTRUCTION,
    QUOTE,
    OWNER,
    ERROR,
    PARAMETERS,
    RESULTS,
    RESULT;

    /**
     * The resource of a path below a job.
     *
     * @param names of the path, at least one
     * @throws Fault if there is none
     */
    static JobPart of(List<String> names) {
        if (names.size() == 2 && names.get(0).equals("results")) {
            return RESULT;
        }
        if (names.size() > 1) {
            throw none();
        }
        return switch (names.get(0)) {
            case "phase" -> PHASE;
            case "executionduration" -> EXECUTIONDURATION;
            case "destruction" -> DESTRUCTION;
            case "quote" -> QUOTE;
            case "owner" -> OWNER;
            case "error" -> ERROR;
            case "parameters" -> PARAMETERS;
            case "results" -> RESULTS;
            default -> throw none();
        };
    }

    private static Fault none() {
        return new Fault(
                RequestFault.NO_SUCH_RESOURCE,
                "There is nothing at that address; a job has phase, executionduration, destruction, quote, owner,"
                        + " error, parameters and results.");
    }
}
