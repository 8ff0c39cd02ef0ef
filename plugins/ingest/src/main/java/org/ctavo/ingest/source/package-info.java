/** Finds the event lists in what a user names: files, directories, index tables. */
package org.ctavo.ingest.source;
