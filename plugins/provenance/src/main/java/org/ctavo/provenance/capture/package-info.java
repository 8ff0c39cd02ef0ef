/** Provenance that the archive itself knows of: of the products it takes in, and of the samples it comes with. */
package org.ctavo.provenance.capture;
