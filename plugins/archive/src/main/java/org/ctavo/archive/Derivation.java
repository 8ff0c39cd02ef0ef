package org.ctavo.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Something the service made of a product at somebody's request.
 *
 * @param recipe what is true of every such making
 * @param activity identifier of the making
 * @param start when the making began
 * @param end when it ended
 * @param requester who asked for it
 * @param parameters of the making
 * @param source identifier of the product it was made of
 * @param inputs what else was used, or which parts of the product
 * @param result identifier of what was made
 * @param resultName of what was made, for people
 * @param groups whose members alone may know of it; empty if anyone may
 */
public record Derivation(
        Recipe recipe,
        String activity,
        Instant start,
        Instant end,
        Requester requester,
        List<Parameter> parameters,
        String source,
        List<Input> inputs,
        String result,
        String resultName,
        Set<String> groups) {

    /** The role of the product it was made of. */
    public static final String SOURCE_ROLE = "event-list";

    /** Who asked. Provenance is for all, so that it does not tell users apart. */
    public enum Requester {
        /** Nobody knows. */
        ANONYMOUS,
        /** Someone who had logged in. */
        REGISTERED;

        /** As headers have it. */
        public String word() {
            return this == ANONYMOUS ? "anonymous" : "registered";
        }
    }

    /** A parameter with its value. */
    public record Parameter(String name, String value) {}

    /**
     * A part of a file that was used. Files are told by what they hold: their names may betray products.
     *
     * @param role as in the recipe
     * @param sha256 of the file, in hexadecimal
     * @param hdu index in the file, the primary one is 0
     */
    public record Input(String role, String sha256, int hdu) {}

    /** Copies the lists and the set. */
    public Derivation {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(resultName, "resultName");
        parameters = List.copyOf(parameters);
        inputs = List.copyOf(inputs);
        groups = Set.copyOf(groups);
    }
}
