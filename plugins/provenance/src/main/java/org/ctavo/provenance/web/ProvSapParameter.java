package org.ctavo.provenance.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.ctavo.spi.vosi.ParameterInterface;

/** What a ProvSAP request may say; the names are those of the parameters, and the order that of people's interest. */
enum ProvSapParameter {
    ID(
            "string",
            "What to tell the provenance of: the identifier of an entity (such as an obs_publisher_did), of an"
                    + " activity or of an agent. May be repeated."),
    DEPTH("string", "How many relations to follow: a whole number from 0, or ALL. Usual is 1."),
    DIRECTION(
            "string",
            "Which way to follow them: BACK to the origins, FORTH (or FORWARD) to what came of it, or BOTH. Usual is"
                    + " BACK."),
    AGENT("boolean", "Whether to follow relations to people, organizations and software: TRUE or FALSE (usual)."),
    MEMBERS("boolean", "Whether to follow relations of collections and their members: TRUE or FALSE (usual)."),
    DESCRIPTIONS(
            "integer",
            "Whether to add the descriptions of activities, entities and parameters: 0 (usual) for no, 1 for yes, 2 to"
                    + " give them boxes of their own in a picture too."),
    CONFIGURATION("boolean", "Whether to add parameters and configuration files: TRUE (usual) or FALSE."),
    ATTRIBUTES("boolean", "Whether a picture shows the properties of things: TRUE (usual) or FALSE."),
    MODEL(
            "string",
            "In which model to answer: IVOA, its Provenance Data Model, or W3C, PROV alone. Usual is IVOA, and W3C for"
                    + " PROV-JSONLD."),
    RESPONSEFORMAT(
            "string",
            "Format of the answer, by name or media type: " + ProvSapFormat.words()
                    + ". Usual is what the header Accept likes best, else PROV-JSON.");

    private final String dataType;
    private final String description;

    ProvSapParameter(String dataType, String description) {
        this.dataType = dataType;
        this.description = description;
    }

    /** All of them, for the service's capability. */
    static List<ParameterInterface.Parameter> described() {
        return Arrays.stream(values())
                .map(parameter -> new ParameterInterface.Parameter(
                        parameter.name(), parameter.description, parameter.dataType, parameter == ID))
                .collect(Collectors.toUnmodifiableList());
    }
}
