package org.ctavo.adql.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.ctavo.adql.tree.Span;

/** Collects what is wrong with one query. Not safe for use by several threads at once. */
public final class Faults {
    /** More would not be read. */
    private static final int MOST = 20;

    private final SourceText text;
    private final List<AdqlFault> faults = new ArrayList<>();

    /** No faults of this text yet. */
    public Faults(SourceText text) {
        this.text = text;
    }

    /** Adds a fault, unless one is told of the same place already: the first is the cause of the others. */
    public void add(AdqlCode code, Span span, String message, String remedy) {
        if (faults.size() < MOST) {
            AdqlFault fault = text.fault(code, span, message, remedy);
            if (faults.stream().noneMatch(other -> samePlace(other, fault))) {
                faults.add(fault);
            }
        }
    }

    private static boolean samePlace(AdqlFault a, AdqlFault b) {
        return a.line() == b.line() && a.column() == b.column() && a.length() == b.length();
    }

    /** Adds a fault whose message says it all. */
    public void add(AdqlCode code, Span span, String message) {
        add(code, span, message, "");
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Everything that is wrong, as one exception. */
    public AdqlException exception() {
        faults.sort(Comparator.comparingInt(AdqlFault::line).thenComparingInt(AdqlFault::column));
        return new AdqlException(text, faults);
    }

    /** Throws everything that is wrong, if anything is. */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw exception();
        }
    }
}
