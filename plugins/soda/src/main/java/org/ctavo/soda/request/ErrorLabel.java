package org.ctavo.soda.request;

import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** The words that error texts begin with (SODA 1.0, section 4.2). */
public final class ErrorLabel {

    private ErrorLabel() {}

    /** The text that tells of a fault. */
    public static String text(Fault fault) {
        return of(fault) + ": " + fault.getMessage();
    }

    /** The text that tells that a selection took nothing, for results of jobs. */
    public static String nothing(Cutout cutout) {
        return "UsageError: No event passes the selection " + cutout.text() + ".";
    }

    private static String of(Fault fault) {
        if (fault.code() == SodaFault.MULTI_VALUED || fault.code() == RequestFault.REPEATED_PARAMETER) {
            return "MultiValuedParamNotSupported";
        }
        return switch (fault.code().category()) {
            case UNAUTHENTICATED -> "AuthenticationError";
            case FORBIDDEN -> "AuthorizationError";
            case RESOURCES, EXTERNAL -> "ServiceUnavailable";
            case USER, NOT_FOUND, METHOD, TOO_LARGE -> "UsageError";
            case INTERNAL -> "Error";
        };
    }
}
