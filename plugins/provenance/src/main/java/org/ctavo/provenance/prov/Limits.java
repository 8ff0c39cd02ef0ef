package org.ctavo.provenance.prov;

/**
 * How large a document may be.
 *
 * @param bytes of the whole document
 * @param statements in it
 * @param characters of one text
 */
public record Limits(long bytes, int statements, int characters) {

    /** For documents that an operator brings: 256 MiB, a million statements, a mebibyte of text. */
    public static final Limits USUAL = new Limits(256L << 20, 1_000_000, 1 << 20);
}
