/** SODA over HTTP: the synchronous service and the documents about it. */
package org.ctavo.soda.web;
