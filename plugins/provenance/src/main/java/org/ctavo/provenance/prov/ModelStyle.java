package org.ctavo.provenance.prov;

/** Which model a document is written in. */
public enum ModelStyle {
    /** With the IVOA's own classes and relations beside those of W3C. */
    IVOA,
    /** With W3C's alone: what the IVOA adds is told by types and attributes of its namespace. */
    W3C
}
