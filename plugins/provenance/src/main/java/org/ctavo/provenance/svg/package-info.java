/** A provenance graph as a picture: layered layout from the origins at the left to the products at the right. */
package org.ctavo.provenance.svg;
