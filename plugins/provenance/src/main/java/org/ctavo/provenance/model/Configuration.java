package org.ctavo.provenance.model;

/** What an activity was told beside its inputs (ProvenanceDM 1.0, section 2.6). */
public sealed interface Configuration extends ProvRecord {

    /**
     * A parameter with its value.
     *
     * @param id technical identifier, an IRI
     * @param name as the activity calls it
     * @param value text, to be read as its description says
     * @param parameterDescription identifier of its description
     * @param valueEntity identifier of the value entity it was taken from
     */
    record Parameter(String id, String name, String value, String parameterDescription, String valueEntity)
            implements Configuration {}

    /**
     * A configuration file.
     *
     * @param id technical identifier, an IRI
     * @param name of the file
     * @param location path or URL
     * @param comment for people
     * @param configFileDescription identifier of its description
     */
    record ConfigFile(String id, String name, String location, String comment, String configFileDescription)
            implements Configuration {}
}
