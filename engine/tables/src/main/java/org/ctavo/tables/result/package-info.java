/** Results as FITS, ECSV, Parquet, JSON, HTML and plain text. */
package org.ctavo.tables.result;
