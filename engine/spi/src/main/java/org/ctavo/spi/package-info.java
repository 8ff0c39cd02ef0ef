/**
 * What a plugin may add to the service, and what the service offers a plugin. Needs nothing but the JDK, so that the
 * same plugin can live in another TAP service.
 */
package org.ctavo.spi;
