/** ObsCore: its declaration, the words it uses for product types, and the searches it was made for. */
package org.ctavo.obscore;
