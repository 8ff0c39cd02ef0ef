/** Simple Cone Search over the published products. */
package org.ctavo.obscore.cone;
