/** The composition root: what the service is made of, and in which order it starts and ends. */
package org.ctavo.war;
