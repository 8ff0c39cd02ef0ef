/** Many products at once: a TAR file with the index tables that analysis tools read, or a script that fetches them. */
package org.ctavo.datalink.bundle;
