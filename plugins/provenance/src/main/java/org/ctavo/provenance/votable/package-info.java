/** Provenance in VOTables: whole documents, and the descriptions of activities that services run. */
package org.ctavo.provenance.votable;
