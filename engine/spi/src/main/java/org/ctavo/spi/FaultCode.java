package org.ctavo.spi;

/** A stable code of a failure; each module has an enum of its own. Codes are searchable and never change meaning. */
public interface FaultCode {

    /** The code, in upper case with underscores; an enum's own name. */
    String name();

    /** Whose fault it is. */
    Category category();
}
