package org.ctavo.archive;

/**
 * A file the archive has taken in.
 *
 * @param bytes its size then
 * @param sha256 of its bytes then, in hexadecimal
 * @param product the identifier of the product described from it
 * @param fingerprint of that product's description
 */
public record KnownFile(long bytes, String sha256, String product, String fingerprint) {}
