/**
 * A small drawing board of our own: pixels, lines, text of strokes, colours and PNG. It needs no fonts, no display and
 * no native library, so that it works on the barest machine and gives the same picture everywhere.
 */
package org.ctavo.preview.draw;
