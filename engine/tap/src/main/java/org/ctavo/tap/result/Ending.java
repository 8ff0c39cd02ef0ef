package org.ctavo.tap.result;

/** How a result ended. */
public sealed interface Ending {

    /** All rows are there. */
    record Complete() implements Ending {}

    /** Rows were cut off by MAXREC. */
    record Overflow() implements Ending {}

    /**
     * It broke off.
     *
     * @param message for the user
     */
    record Failed(String message) implements Ending {}
}
