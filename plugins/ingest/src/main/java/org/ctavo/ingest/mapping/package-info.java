/** From an observation as its files tell it to a product as the archive describes it. */
package org.ctavo.ingest.mapping;
