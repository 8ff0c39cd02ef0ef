/**
 * Geometry on the sphere for plain PostgreSQL, no extension but the contrib type {@code cube}: points, circles and
 * polygons in degrees, indexes, frames, HEALPix, text forms; and the functions of the IVOA catalogue that are not
 * geometry.
 */
package org.ctavo.sphere;
