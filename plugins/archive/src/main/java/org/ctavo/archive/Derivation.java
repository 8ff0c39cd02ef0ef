package org.ctavo.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Something the service made of a product at somebody's request.
 *
 * @param activity identifier of the making
 * @param name of the making, for people
 * @param program that made it, with its version where it has one
 * @param start when the making began
 * @param end when it ended
 * @param parameters of the making
 * @param source identifier of the product it was made of
 * @param result identifier of what was made
 * @param resultName of what was made, for people
 * @param groups whose members alone may know of it; empty if anyone may
 */
public record Derivation(
        String activity,
        String name,
        String program,
        Instant start,
        Instant end,
        List<Parameter> parameters,
        String source,
        String result,
        String resultName,
        Set<String> groups) {

    /** A parameter with its value. */
    public record Parameter(String name, String value) {}

    /** Copies the list and the set. */
    public Derivation {
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(resultName, "resultName");
        parameters = List.copyOf(parameters);
        groups = Set.copyOf(groups);
    }
}
