/** The TAP service (TAP 1.1): its endpoint, its parameters and its answers. */
package org.ctavo.tap;
