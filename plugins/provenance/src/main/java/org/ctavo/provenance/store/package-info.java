/** Provenance in the database: merging documents into it and asking it for the graph around things. */
package org.ctavo.provenance.store;
