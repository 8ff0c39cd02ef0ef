/** DataLink 1.1: the links of a data product. */
package org.ctavo.datalink.links;
