/** Tables that queries bring with them (TAP 1.1, section 2.5): fetched, read and put into temporary tables. */
package org.ctavo.tables.upload;
