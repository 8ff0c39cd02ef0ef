/** The pictures: what an event list's numbers look like on paper. */
package org.ctavo.preview.plot;
