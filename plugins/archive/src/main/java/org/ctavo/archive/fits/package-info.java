/**
 * FITS files read once, front to back, in little memory, and trusted in nothing: sizes, checksums, header text and
 * gzip trailers are all checked before a value is believed. Header cards are parsed by nom-tam-fits; table rows are
 * read here, since its tables hold a compressed file whole.
 */
package org.ctavo.archive.fits;
