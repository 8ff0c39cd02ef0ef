/** What a cut-out tells of its origin: written by the service that cuts, read by whoever takes the file in. */
package org.ctavo.archive.cutout;
