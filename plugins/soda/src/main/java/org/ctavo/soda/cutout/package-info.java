/**
 * Making cut-outs of event lists: a first reading of the file finds which events are wanted and all that the headers
 * must say, a second one writes the answer as it goes. Neither keeps rows.
 */
package org.ctavo.soda.cutout;
