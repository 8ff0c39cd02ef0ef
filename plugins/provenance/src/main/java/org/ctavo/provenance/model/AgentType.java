package org.ctavo.provenance.model;

/** What an agent is (ProvenanceDM 1.0, section 2.4). */
public enum AgentType {
    PERSON("Person"),
    ORGANIZATION("Organization"),
    SOFTWARE_AGENT("SoftwareAgent");

    private final String literal;

    AgentType(String literal) {
        this.literal = literal;
    }

    /** The model's own literal. */
    public String literal() {
        return literal;
    }

    static AgentType of(String word) {
        return word == null ? null : Words.of(AgentType.class, word);
    }
}
