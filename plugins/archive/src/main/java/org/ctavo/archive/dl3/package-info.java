/**
 * Data level 3 of gamma-ray astronomy as FITS files hold it (GADF, "Data formats for gamma-ray astronomy", 0.3, and
 * what real files make of it): event lists, good times, instrument responses and index tables, read and checked.
 */
package org.ctavo.archive.dl3;
