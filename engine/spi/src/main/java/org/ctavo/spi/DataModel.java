package org.ctavo.spi;

/**
 * A data model that the TAP service implements (TAPRegExt, element {@code dataModel}).
 *
 * @param ivoId such as {@code ivo://ivoa.net/std/ObsCore#core-1.1}
 * @param label such as {@code ObsCore-1.1}
 */
public record DataModel(String ivoId, String label) {}
