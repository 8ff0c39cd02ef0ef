/** The provenance service over HTTP, ProvSAP. */
package org.ctavo.provenance.web;
