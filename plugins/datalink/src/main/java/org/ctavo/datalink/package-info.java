/** From a row to its bytes: DataLink and the file door. */
package org.ctavo.datalink;
