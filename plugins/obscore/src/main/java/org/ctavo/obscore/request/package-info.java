/** What the services that are queries in another dress have in common: numbers, and their frame. */
package org.ctavo.obscore.request;
