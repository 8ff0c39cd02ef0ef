package org.ctavo.archive;

import java.util.List;
import java.util.Objects;

/**
 * What is true of every making of a kind: how the service makes one thing of others (ProvenanceDM 1.0, section 2.5).
 *
 * @param name of the making, for people
 * @param program that makes it
 * @param version of the program
 * @param description for people
 * @param docurl where to read more
 * @param type Selection, Analysis or another word of the model
 * @param uses what it uses, by role
 * @param makes what it makes
 * @param parameters that it understands
 */
public record Recipe(
        String name,
        String program,
        String version,
        String description,
        String docurl,
        String type,
        List<Part> uses,
        Part makes,
        List<Setting> parameters) {

    /**
     * Something used or made.
     *
     * @param role its word
     * @param name of such a thing, for people
     * @param type Main, Calibration, Context or another word of the model
     * @param multiplicity such as {@code 1}, {@code 0..*}
     * @param contentType media type; empty if it may have several
     */
    public record Part(String role, String name, String type, String multiplicity, String contentType) {}

    /**
     * A parameter.
     *
     * @param name as it is sent
     * @param valueType VOTable datatype, with its arraysize after a space
     * @param unit empty if it has none
     * @param ucd empty if it has none
     * @param description for people
     */
    public record Setting(String name, String valueType, String unit, String ucd, String description) {}

    /** Copies the lists. */
    public Recipe {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(makes, "makes");
        uses = List.copyOf(uses);
        parameters = List.copyOf(parameters);
    }

    /** The part of a role; one that the recipe does not know is told by its word alone. */
    public Part use(String role) {
        return uses.stream()
                .filter(part -> part.role().equals(role))
                .findFirst()
                .orElse(new Part(role, role, "Context", "0..*", ""));
    }
}
