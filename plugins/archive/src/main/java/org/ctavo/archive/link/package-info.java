/** What leads from a product to something else: the meeting point of all who know links. */
package org.ctavo.archive.link;
