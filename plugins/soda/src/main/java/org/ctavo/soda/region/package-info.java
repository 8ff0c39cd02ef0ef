/** Regions of the sky, in ICRS: whether a direction lies in one. Pure geometry. */
package org.ctavo.soda.region;
