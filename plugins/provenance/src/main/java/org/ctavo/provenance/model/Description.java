package org.ctavo.provenance.model;

import java.util.List;

/** What is true of many activities, uses and entities alike (ProvenanceDM 1.0, section 2.5). */
public sealed interface Description extends ProvRecord {

    /**
     * A kind of activity, such as a pipeline step in one version.
     *
     * @param id technical identifier, an IRI
     * @param name of the step
     * @param version of the software
     * @param description for people
     * @param docurl where to read more
     * @param type Observation, Simulation, Reduction, Calibration, Reconstruction, Selection, Analysis or another
     * @param subtype finer than the type
     */
    record ActivityDescription(
            String id, String name, String version, String description, String docurl, String type, String subtype)
            implements Description {}

    /**
     * A kind of entity.
     *
     * @param id technical identifier, an IRI
     * @param kind null for any entity, VALUE and DATASET for descriptions of those
     * @param name of the kind
     * @param description for people
     * @param docurl where to read more
     * @param type of the entities
     * @param contentType media type of datasets
     * @param valueType VOTable datatype of values
     * @param unit of values, in VOUnits
     * @param ucd of values
     * @param utype of values
     */
    record EntityDescription(
            String id,
            EntityKind kind,
            String name,
            String description,
            String docurl,
            String type,
            String contentType,
            String valueType,
            String unit,
            String ucd,
            String utype)
            implements Description {}

    /**
     * How a kind of activity uses entities.
     *
     * @param id technical identifier, an IRI
     * @param activityDescription identifier of its owner
     * @param role the uses described have the same
     * @param description for people
     * @param type Main, Calibration, Preview, Setup, Quality, Log, Context or another
     * @param multiplicity how many, such as {@code 1}, {@code 0..1}, {@code 3..*}
     */
    record UsageDescription(
            String id, String activityDescription, String role, String description, String type, String multiplicity)
            implements Description {}

    /**
     * What a kind of activity generates; components as of {@link UsageDescription}.
     *
     * @param id technical identifier, an IRI
     * @param activityDescription identifier of its owner
     * @param role the generations described have the same
     * @param description for people
     * @param type as of a usage
     * @param multiplicity how many
     */
    record GenerationDescription(
            String id, String activityDescription, String role, String description, String type, String multiplicity)
            implements Description {}

    /**
     * Says what entities a usage description is about.
     *
     * @param usageDescription identifier
     * @param entityDescription identifier
     */
    record UsedEntityDescription(String usageDescription, String entityDescription) implements Description {}

    /**
     * Says what entities a generation description is about.
     *
     * @param generationDescription identifier
     * @param entityDescription identifier
     */
    record GeneratedEntityDescription(String generationDescription, String entityDescription) implements Description {}

    /**
     * A parameter that a kind of activity understands.
     *
     * @param id technical identifier, an IRI
     * @param activityDescription identifier of its owner
     * @param name the parameters described have the same
     * @param valueType VOTable datatype, with its arraysize after a space if it has one
     * @param description for people
     * @param unit in VOUnits
     * @param ucd UCD1+
     * @param utype of another data model
     * @param min least value, as text
     * @param max greatest value, as text
     * @param defaultValue as text
     * @param options the values allowed; empty for any
     */
    record ParameterDescription(
            String id,
            String activityDescription,
            String name,
            String valueType,
            String description,
            String unit,
            String ucd,
            String utype,
            String min,
            String max,
            String defaultValue,
            List<String> options)
            implements Description {

        /** Copies the options. */
        public ParameterDescription {
            options = List.copyOf(options);
        }
    }

    /**
     * A configuration file that a kind of activity understands.
     *
     * @param id technical identifier, an IRI
     * @param activityDescription identifier of its owner
     * @param name the files described have the same
     * @param contentType media type
     * @param description for people
     */
    record ConfigFileDescription(
            String id, String activityDescription, String name, String contentType, String description)
            implements Description {}
}
