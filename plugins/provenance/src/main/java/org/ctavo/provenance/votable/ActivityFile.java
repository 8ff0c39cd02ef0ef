package org.ctavo.provenance.votable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A kind of activity that a service runs, as an ActivityDescription VOTable of the OPUS kind describes it. Texts that
 * are absent are empty.
 *
 * @param name of the activity
 * @param description for people
 * @param docurl where to read more
 * @param type kind of activity
 * @param subtype finer than the type
 * @param version of the description
 * @param contact who answers for it
 * @param settings other parameters of the resource by name, such as {@code executionDuration}, {@code quote} (seconds)
 *     and {@code script}, in their order
 * @param inputs its parameters
 * @param used what it uses
 * @param generated what it generates
 */
public record ActivityFile(
        String name,
        String description,
        String docurl,
        String type,
        String subtype,
        String version,
        Contact contact,
        List<Setting> settings,
        List<Input> inputs,
        List<Slot> used,
        List<Slot> generated) {

    /** Who answers for an activity. */
    public record Contact(String name, String email) {}

    /** A parameter of the resource that is no property of the model. */
    public record Setting(String name, String value, String datatype, Optional<String> utype) {}

    /**
     * A parameter that callers give.
     *
     * @param name of the parameter
     * @param description for people
     * @param value where none is given
     * @param datatype of VOTable, or {@code file}
     * @param arraysize of VOTable
     * @param isRequired whether callers must give it
     * @param unit in VOUnits
     * @param ucd UCD1+
     * @param utype of another data model
     * @param xtype of DALI
     * @param min least value
     * @param max greatest value
     * @param options values allowed; empty for any
     */
    public record Input(
            String name,
            String description,
            String value,
            String datatype,
            Optional<String> arraysize,
            boolean isRequired,
            Optional<String> unit,
            Optional<String> ucd,
            Optional<String> utype,
            Optional<String> xtype,
            Optional<String> min,
            Optional<String> max,
            List<String> options) {
        /** Copies the list. */
        public Input {
            options = List.copyOf(options);
        }
    }

    /**
     * Something used or generated.
     *
     * @param name of the slot
     * @param description for people
     * @param role of the entity, empty for the name
     * @param multiplicity how many
     * @param value a usual identifier, or the file name or pattern of a result
     * @param contentType media type
     * @param url template of an address, {@code $ID} standing for the identifier
     * @param ref the input that names it
     */
    public record Slot(
            String name,
            String description,
            String role,
            String multiplicity,
            String value,
            String contentType,
            Optional<String> url,
            Optional<String> ref) {

        /** The role that relations have. */
        public String effectiveRole() {
            return role.isEmpty() ? name : role;
        }
    }

    /** Copies the lists. */
    public ActivityFile {
        settings = List.copyOf(settings);
        inputs = List.copyOf(inputs);
        used = List.copyOf(used);
        generated = List.copyOf(generated);
    }

    /** Settings by name, for those who run the activity. */
    public Map<String, String> settingValues() {
        return settings.stream().collect(Collectors.toMap(Setting::name, Setting::value, (a, b) -> b));
    }
}
