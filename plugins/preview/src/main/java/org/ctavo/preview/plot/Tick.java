package org.ctavo.preview.plot;

/**
 * A mark on an axis.
 *
 * @param value where
 * @param label what is written there; empty for a small mark without words
 */
record Tick(double value, String label) {}
