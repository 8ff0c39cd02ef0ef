package org.ctavo.adql.fault;

import java.util.List;
import java.util.stream.Collectors;

import org.ctavo.spi.Fault;

/** A query that cannot be answered, with everything that is wrong with it. The code is that of the first fault. */
public final class AdqlException extends Fault {
    private static final long serialVersionUID = 1L;

    private final transient List<AdqlFault> faults;

    /**
     * All faults of a query.
     *
     * @param text the query
     * @param faults at least one
     */
    public AdqlException(SourceText text, List<AdqlFault> faults) {
        super(faults.get(0).code(), render(text, faults));
        this.faults = List.copyOf(faults);
    }

    private static String render(SourceText text, List<AdqlFault> faults) {
        return faults.stream().map(text::render).collect(Collectors.joining("\n"));
    }

    /** The faults in the order of their places. */
    public List<AdqlFault> faults() {
        return faults;
    }
}
