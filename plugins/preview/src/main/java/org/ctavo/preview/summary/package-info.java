/** What the pictures of an event list show, in numbers: counts on the sky, by energy and by time. */
package org.ctavo.preview.summary;
