/** Pictures of event lists: what a run looks like at a glance. */
package org.ctavo.preview;
