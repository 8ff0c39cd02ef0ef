/** The file door: bytes of products under HTTP's rules for ranges and conditions, and the archive's for access. */
package org.ctavo.datalink.file;
