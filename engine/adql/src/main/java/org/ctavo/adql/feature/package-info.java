/** What of the language a service offers: one set that drives parser, messages and capabilities. */
package org.ctavo.adql.feature;
