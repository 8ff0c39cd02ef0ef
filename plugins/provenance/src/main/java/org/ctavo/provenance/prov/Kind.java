package org.ctavo.provenance.prov;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of statement, with its formal arguments in their order: those of PROV-N, and those the IVOA adds. Arguments
 * whose name ends in "ime" are times; the others are identifiers.
 */
enum Kind {
    ENTITY("entity", "Entity"),
    ACTIVITY("activity", "Activity", "startTime", "endTime"),
    AGENT("agent", "Agent"),
    GENERATION("wasGeneratedBy", "Generation", "entity", "activity", "time"),
    USAGE("used", "Usage", "activity", "entity", "time"),
    COMMUNICATION("wasInformedBy", "Communication", "informed", "informant"),
    DERIVATION("wasDerivedFrom", "Derivation", "generatedEntity", "usedEntity", "activity", "generation", "usage"),
    ATTRIBUTION("wasAttributedTo", "Attribution", "entity", "agent"),
    ASSOCIATION("wasAssociatedWith", "Association", "activity", "agent", "plan"),
    MEMBERSHIP("hadMember", "Membership", "collection", "entity"),
    INVALIDATION("wasInvalidatedBy", "Invalidation", "entity", "activity", "time"),
    INFLUENCE("wasInfluencedBy", "Influence", "influencee", "influencer"),
    DELEGATION("actedOnBehalfOf", "Delegation", "delegate", "responsible", "activity"),
    START("wasStartedBy", "Start", "activity", "trigger", "starter", "time"),
    END("wasEndedBy", "End", "activity", "trigger", "ender", "time"),
    ALTERNATE("alternateOf", "Alternate", "alternate1", "alternate2"),
    SPECIALIZATION("specializationOf", "Specialization", "specificEntity", "generalEntity"),
    MENTION("mentionOf", "Mention", "specificEntity", "generalEntity", "bundle"),

    VALUE_ENTITY("valueEntity", "ValueEntity"),
    DATASET_ENTITY("datasetEntity", "DatasetEntity"),
    ACTIVITY_DESCRIPTION("activityDescription", "ActivityDescription"),
    USAGE_DESCRIPTION("usageDescription", "UsageDescription"),
    GENERATION_DESCRIPTION("generationDescription", "GenerationDescription"),
    ENTITY_DESCRIPTION("entityDescription", "EntityDescription"),
    VALUE_DESCRIPTION("valueDescription", "ValueDescription"),
    DATASET_DESCRIPTION("datasetDescription", "DatasetDescription"),
    PARAMETER_DESCRIPTION("parameterDescription", "ParameterDescription"),
    CONFIG_FILE_DESCRIPTION("configFileDescription", "ConfigFileDescription"),
    PARAMETER("parameter", "Parameter"),
    CONFIG_FILE("configFile", "ConfigFile"),
    IS_DESCRIBED_BY("isDescribedBy", "DescriptionRelation", "described", "descriptor"),
    IS_RELATED_TO("isRelatedTo", "RelatedToRelation", "related", "relator"),
    WAS_CONFIGURED_BY("wasConfiguredBy", "ConfigurationRelation", "configured", "configurator"),
    HAD_REFERENCE("hadReference", "HadReference", "referenced", "referrer");

    private static final Map<String, Kind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::word, Function.identity()));

    private final String word;
    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // It is made by List.of.
    private final List<String> arguments;

    Kind(String word, String type, String... arguments) {
        this.word = word;
        this.type = type;
        this.arguments = List.of(arguments);
    }

    /** As PROV-N, PROV-JSON and PROV-XML call it. */
    String word() {
        return word;
    }

    /** As the models call its class. */
    String type() {
        return type;
    }

    /** The formal arguments after the identifier, in order. */
    List<String> arguments() {
        return arguments;
    }

    boolean isTime(int argument) {
        return arguments.get(argument).endsWith("ime");
    }

    /** Whether the argument is a list in the JSON forms: members, though statements of ours have one each. */
    boolean isList(int argument) {
        return this == MEMBERSHIP && argument == 1;
    }

    /** Whether it tells of a thing, which has an identifier; otherwise it relates things. */
    boolean isElement() {
        return arguments.isEmpty() || this == ACTIVITY;
    }

    /** Whether the IVOA adds it to W3C's. */
    boolean isIvoa() {
        return compareTo(VALUE_ENTITY) >= 0;
    }

    /** The namespace of its word and its arguments. */
    String namespace() {
        return isIvoa() ? Names.VOPROV : Names.PROV;
    }

    static Optional<Kind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
