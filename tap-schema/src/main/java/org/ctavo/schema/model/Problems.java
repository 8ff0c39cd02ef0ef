package org.ctavo.schema.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.ctavo.spi.Fault;

/** What is wrong with a document, gathered so that all of it is told at once. Belongs to one thread. */
public final class Problems {
    private static final int MOST_TOLD = 50;

    private record Problem(int line, String message) {}

    private final String source;
    private final List<Problem> problems = new ArrayList<>();

    /** Problems of a document, by its name. */
    public Problems(String source) {
        this.source = source;
    }

    /** Notes that an element is at fault. */
    public void add(int line, String element, String message) {
        problems.add(new Problem(line, element + " " + message));
    }

    /** Notes that an element of the model is at fault. */
    public void add(String kind, Head head, String message) {
        add(head.line(), kind + " " + (head.id().isEmpty() ? "without id" : head.id()), message);
    }

    /**
     * Ends the reading if there was any.
     *
     * @throws Fault {@code BROKEN_MODEL} with every problem, each with its line and element
     */
    public void raise() {
        if (problems.isEmpty()) {
            return;
        }
        String told = problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .limit(MOST_TOLD)
                .map(problem -> source + ", line " + problem.line() + ": " + problem.message() + ".")
                .collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_TOLD;
        throw new Fault(ModelFault.BROKEN_MODEL, more > 0 ? told + "\n… and " + more + " more." : told);
    }
}
