/** What a SODA request asks for: its parameters, read and checked (SODA 1.0, section 3). */
package org.ctavo.soda.request;
