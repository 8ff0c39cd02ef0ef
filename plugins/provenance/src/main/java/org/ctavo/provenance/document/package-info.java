/** Provenance documents as files that people bring, whatever their form. */
package org.ctavo.provenance.document;
