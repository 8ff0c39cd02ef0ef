/**
 * W3C PROV as text: statements of PROV-DM with the IVOA's additions, read from and written as PROV-N, PROV-JSON,
 * PROV-XML and PROV-JSONLD, and what they mean in the Provenance Data Model.
 */
package org.ctavo.provenance.prov;
