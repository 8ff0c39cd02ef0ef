/** Takes DL3 event lists into the archive. {@link org.ctavo.ingest.IngestService} is its face. */
package org.ctavo.ingest;
