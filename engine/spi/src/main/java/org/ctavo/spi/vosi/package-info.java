/**
 * What a service tells of itself, as a client finds it beside every service: its capabilities, whether it is available
 * (VOSI 1.1, sections 2 and 3), and examples (DALI 1.1, section 2.3).
 */
package org.ctavo.spi.vosi;
