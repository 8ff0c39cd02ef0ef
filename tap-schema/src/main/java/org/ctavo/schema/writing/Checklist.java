package org.ctavo.schema.writing;

import java.util.List;
import java.util.stream.Collectors;

import org.ctavo.schema.relational.Trace;

/** Tells what became of every element of a model. */
public final class Checklist {
    private Checklist() {}

    /** One line an element, and a last line with the counts. */
    public static String text(List<Trace> traces) {
        long done = traces.stream().filter(Trace::isAccountedFor).count();
        return traces.stream()
                        .map(trace -> "[" + (trace.isAccountedFor() ? "x" : " ") + "] " + trace.kind() + " "
                                + trace.id() + ": " + trace.target() + "\n")
                        .collect(Collectors.joining())
                + done + " of " + traces.size() + " elements accounted for\n";
    }
}
