/** What the services that are queries in another dress have in common: numbers, addresses, VOSI documents. */
package org.ctavo.obscore.request;
