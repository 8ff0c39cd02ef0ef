/** The provenance capability: its tables, functions and endpoint, put together. */
package org.ctavo.provenance;
