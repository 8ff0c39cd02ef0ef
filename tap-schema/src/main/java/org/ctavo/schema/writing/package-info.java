/** Writes tables and models: as SQL, as TAP_SCHEMA rows, as a tableset, as a page to browse. Same input, same bytes. */
package org.ctavo.schema.writing;
