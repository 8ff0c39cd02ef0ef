package org.ctavo.provenance.model;

/** What configured an activity (ProvenanceDM 1.0, section 2.6). */
public enum ArtefactType {
    PARAMETER("Parameter"),
    CONFIG_FILE("ConfigFile");

    private final String literal;

    ArtefactType(String literal) {
        this.literal = literal;
    }

    /** The standard's literal; its VO-DML file spells the second one {@code Configfile}, which is read too. */
    public String literal() {
        return literal;
    }

    static ArtefactType of(String word) {
        return word == null ? null : Words.of(ArtefactType.class, word);
    }
}
