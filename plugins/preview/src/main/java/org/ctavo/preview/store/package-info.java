/** Pictures on disk, and who draws those that are not there yet. */
package org.ctavo.preview.store;
