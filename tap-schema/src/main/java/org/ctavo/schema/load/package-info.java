/** Metadata that data files do not hold: loaded from tables in files, one a class of the model, and written back. */
package org.ctavo.schema.load;
