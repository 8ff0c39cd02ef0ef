package org.ctavo.obscore.cone;

import org.ctavo.obscore.request.Numbers;
import org.ctavo.spi.AdqlLiteral;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.RequestFault;

/**
 * What a cone search asks: products whose {@code s_ra} and {@code s_dec} are in a cone.
 *
 * @param ra right ascension of its axis, in degrees
 * @param dec declination of its axis, in degrees
 * @param radius in degrees; 0 asks for the columns alone
 * @param verbosity which columns
 */
record ConeQuery(double ra, double dec, double radius, Verbosity verbosity) {

    /**
     * Reads the parameters. Others than RA, DEC, SR and VERB are not looked at.
     *
     * @throws Fault if one is missing, was sent with different values, is no number or out of range
     */
    static ConeQuery of(Parameters parameters) {
        return new ConeQuery(
                Numbers.between("RA", needed(parameters, "RA", "right ascension"), 0, 360),
                Numbers.between("DEC", needed(parameters, "DEC", "declination"), -90, 90),
                Numbers.between("SR", needed(parameters, "SR", "radius"), 0, 180),
                Verbosity.of(parameters.single("VERB")));
    }

    private static String needed(Parameters parameters, String name, String meaning) {
        return parameters
                .single(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new Fault(
                        RequestFault.MISSING_PARAMETER,
                        "The parameter " + name + " is missing: the " + meaning + " of the cone, in decimal degrees."));
    }

    /** The query. A radius of 0 has no rows, not the one that is just there: it is how columns are asked for. */
    String adql() {
        String cone =
                "CIRCLE('ICRS', %s, %s, %s)".formatted(AdqlLiteral.of(ra), AdqlLiteral.of(dec), AdqlLiteral.of(radius));
        return "SELECT " + (radius == 0 ? "TOP 0 " : "") + verbosity.list()
                + " FROM ivoa.obscore WHERE 1 = CONTAINS(POINT('ICRS', s_ra, s_dec), " + cone + ")";
    }
}
