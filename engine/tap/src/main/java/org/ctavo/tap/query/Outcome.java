package org.ctavo.tap.query;

import java.util.Optional;

import org.ctavo.spi.Fault;

/**
 * What became of a query whose result was written.
 *
 * @param rows how many rows were written
 * @param overflow whether more were cut off by MAXREC
 * @param fault what broke it off, told at the end of the result
 */
public record Outcome(long rows, boolean overflow, Optional<Fault> fault) {}
