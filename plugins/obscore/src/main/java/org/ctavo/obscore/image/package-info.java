/** Simple Image Access 2 over the published products. */
package org.ctavo.obscore.image;
