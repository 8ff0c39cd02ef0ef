package org.ctavo.adql.fault;

import java.util.Objects;

/**
 * One thing that is wrong with a query.
 *
 * @param code what kind of thing
 * @param line where it begins, from 1
 * @param column where it begins in the line, from 1, in characters
 * @param length how many characters are at fault; at least 1, and no more than the line has
 * @param message what is wrong, in one clause
 * @param remedy what to do about it, in one clause; empty if the message says it all
 */
public record AdqlFault(AdqlCode code, int line, int column, int length, String message, String remedy) {

    /** Checks that nothing is null. */
    public AdqlFault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** Message and remedy. */
    public String sentence() {
        return remedy.isEmpty() ? message : message + "; " + remedy;
    }
}
