package org.ctavo.archive.dl3;

import java.util.Locale;

import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.spi.Fault;

/** What the coordinates of an event list are counted in (GADF, "Coordinates"). */
public enum SkyFrame {
    ICRS,
    /** Of equinox 2000. */
    FK5;

    /**
     * The frame a header gives.
     *
     * @throws Fault if it gives none, or one not known here
     */
    public static SkyFrame of(FitsHeader header) {
        String system = header.text("RADECSYS")
                .or(() -> header.text("RADESYS"))
                .orElseThrow(() ->
                        new Fault(Dl3Fault.INCOMPLETE, "Keyword RADECSYS is missing: the coordinates mean nothing."));
        return switch (system.toUpperCase(Locale.ROOT)) {
            case "ICRS" -> ICRS;
            case "FK5" -> {
                if (header.number("EQUINOX").orElse(2000) != 2000) {
                    throw new Fault(Dl3Fault.UNSUPPORTED, "The equinox of the coordinates is not 2000.");
                }
                yield FK5;
            }
            default -> throw new Fault(
                    Dl3Fault.UNSUPPORTED, "RADECSYS '" + system + "' is not known here (ICRS, FK5).");
        };
    }

    /**
     * The direction of coordinates as a unit vector in ICRS.
     *
     * @param lon degrees
     * @param lat degrees
     * @param into its three components; NaN where a coordinate is not finite
     */
    public void icrs(double lon, double lat, double[] into) {
        double cos = Math.cos(Math.toRadians(lat));
        double x = cos * Math.cos(Math.toRadians(lon));
        double y = cos * Math.sin(Math.toRadians(lon));
        double z = Math.sin(Math.toRadians(lat));
        if (this == ICRS) {
            into[0] = x;
            into[1] = y;
            into[2] = z;
            return;
        }
        double[][] matrix = SkyPosition.ICRS_TO_FK5;
        for (int i = 0; i < 3; i++) {
            into[i] = matrix[0][i] * x + matrix[1][i] * y + matrix[2][i] * z;
        }
    }
}
