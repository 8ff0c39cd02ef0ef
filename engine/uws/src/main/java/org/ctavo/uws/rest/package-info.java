/** Jobs as web resources: the REST binding of UWS 1.1, in XML and JSON. */
package org.ctavo.uws.rest;
