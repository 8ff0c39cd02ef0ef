/** Energy cuts for astronomers who think in TeV where the archive, as ObsCore demands, holds wavelengths in metres. */
package org.ctavo.energy;
