/**
 * The archive's own words: data products, their files, and who may have them. The plugins meet here; none of them needs
 * to know another.
 */
package org.ctavo.archive;
