package org.ctavo.adql.sql;

import java.util.List;
import java.util.Optional;

import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.SqlArgument;
import org.ctavo.spi.SqlForm;

/**
 * The functions of the IVOA's catalogue of user-defined functions 1.2, all but ivo_simbadpoint, which would need the
 * network. Where the catalogue says REAL for a result it means any precision: results are in double precision.
 */
public final class IvoaFunctions {
    private static final List<String> FRAMES = List.of("ICRS", "FK5", "FK4", "GALACTIC", "ECLIPTIC", "SUPER_GALACTIC");

    private IvoaFunctions() {}

    /** Their declarations. */
    public static List<FunctionDeclaration> declarations() {
        return List.of(
                function(
                        "ivo_healpix_index(hpxOrder INTEGER, lon REAL, lat REAL) -> BIGINT",
                        "Index of the HEALPix cell (nested scheme) of the given order, from 0 to 29, in which the"
                                + " position given by its longitude and latitude (degrees) lies.",
                        "sphere.healpix($1, $2, $3)"),
                function(
                        "ivo_healpix_index(hpxOrder INTEGER, p POINT) -> BIGINT",
                        "Index of the HEALPix cell (nested scheme) of the given order, from 0 to 29, in which the"
                                + " point lies.",
                        "sphere.healpix($1, $2[1], $2[2])"),
                function(
                        "ivo_healpix_center(hpxOrder INTEGER, hpxIndex BIGINT) -> POINT",
                        "Centre of a HEALPix cell (nested scheme) of the given order.",
                        "sphere.healpix_center($1, $2)"),
                function(
                        "ivo_epoch_prop_pos(ra REAL, decl REAL, parallax REAL, pmra REAL, pmdec REAL,"
                                + " radial_velocity REAL, ref_epoch REAL, out_epoch REAL) -> POINT",
                        "Position (degrees) at out_epoch of an object observed at ref_epoch (Julian years), moving in a"
                                + " straight line. Parallax in mas, proper motions in mas/yr, that in right ascension"
                                + " with cos(dec), radial velocity in km/s. A parallax, motion or velocity that is NULL"
                                + " is taken as 0; a position or epoch that is NULL is an error.",
                        "sphere.moved($1, $2, $3, $4, $5, $6, $7, $8)"),
                declaration(
                        "ivo_geom_transform(from_sys TEXT, to_sys TEXT, geo GEOMETRY) -> GEOMETRY",
                        "The geometry turned from one reference frame to another, both written as literals: "
                                + String.join(", ", FRAMES) + " (FK5 and ECLIPTIC of J2000, FK4 of B1950). A plain"
                                + " rotation: no change of epoch.",
                        IvoaFunctions::transform,
                        Optional.empty(),
                        false,
                        Optional.empty()),
                withUnit(
                        "ivo_to_jd(d TIMESTAMP) -> DOUBLE PRECISION",
                        "Julian date of a timestamp, in its own time scale.",
                        "udf.to_jd($1)",
                        "d"),
                withUnit(
                        "ivo_to_mjd(d TIMESTAMP) -> DOUBLE PRECISION",
                        "Modified Julian date of a timestamp, in its own time scale.",
                        "udf.to_mjd($1)",
                        "d"),
                aggregate(
                        "ivo_string_agg(expression TEXT, delimiter TEXT) -> TEXT",
                        "All values of the expression in a group, joined with the delimiter between them. NULLs are"
                                + " left out.",
                        "pg_catalog.string_agg($1, $2)"),
                condition(
                        "ivo_nocasematch(haystack TEXT, pattern TEXT) -> INTEGER",
                        "1 if the pattern, as in LIKE, matches the text whatever the case, 0 if not.",
                        "$1 ILIKE $2 ESCAPE ''"),
                condition(
                        "ivo_hasword(haystack TEXT, needle TEXT) -> INTEGER",
                        "1 if all words of the second text are words of the first one, whatever the case of letters,"
                                + " 0 if not.",
                        "udf.hasword($1, $2)"),
                condition(
                        "ivo_hashlist_has(hashlist TEXT, item TEXT) -> INTEGER",
                        "1 if the item is one of a list separated by hash signs (a#b#c), whatever the case of letters,"
                                + " 0 if not.",
                        "udf.hashlist_has($1, $2)"),
                condition(
                        "ivo_interval_overlaps(a1 NUMERIC, b1 NUMERIC, a2 NUMERIC, b2 NUMERIC) -> INTEGER",
                        "1 if the intervals from a1 to b1 and from a2 to b2 have a value in common, ends too; 0 if"
                                + " not, or if the ends of an interval are the wrong way round.",
                        "$1 <= $4 AND $3 <= $2 AND $1 <= $2 AND $3 <= $4"),
                condition(
                        "ivo_interval_has(val NUMERIC, iv INTERVAL) -> INTEGER",
                        "1 if the value lies in the interval or is one of its ends, 0 if not.",
                        "$1 >= $2[1] AND $1 <= $2[2]"),
                aggregate(
                        "ivo_histogram(val REAL, low REAL, high REAL, nbins INTEGER) -> INTEGER[]",
                        "Counts of the values in a group, in nbins bins of equal width from low to high. An element"
                                + " before the first bin counts what is below low, or NULL; one after the last what is"
                                + " above.",
                        "udf.histogram($1, $2, $3, $4)"),
                function(
                        "ivo_normal_random(mu REAL, sigma REAL) -> DOUBLE PRECISION",
                        "A random number of the normal distribution with this mean and standard deviation.",
                        "udf.normal_random($1, $2)"),
                withUnit(
                        "ivo_hms_to_degrees(hms TEXT) -> DOUBLE PRECISION",
                        "Degrees of an angle in hours, minutes and seconds: 10:30:00, 10h30m0s or 103000. NULL if it is"
                                + " not written so.",
                        "udf.hms($1)",
                        "deg"),
                withUnit(
                        "ivo_dms_to_degrees(dms TEXT) -> DOUBLE PRECISION",
                        "Degrees of an angle in degrees, minutes and seconds: -10:30:00, -10d30m00s or -103000. NULL if"
                                + " it is not written so.",
                        "udf.dms($1)",
                        "deg"));
    }

    private static String transform(List<SqlArgument> arguments) {
        String from = frame(arguments.get(0));
        String to = frame(arguments.get(1));
        String geometry = arguments.get(2).sql();
        return from.equals(to) ? geometry : "sphere.transform(" + geometry + ", '" + from + "', '" + to + "')";
    }

    private static String frame(SqlArgument argument) {
        return FRAMES.stream()
                .filter(frame -> argument.literal().filter(frame::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(argument.literal()
                        .map(other -> "there is no frame '" + other + "'; frames are " + String.join(", ", FRAMES))
                        .orElse("frames must be written as literals, such as 'GALACTIC'")));
    }

    private static FunctionDeclaration function(String signature, String description, String pattern) {
        return FunctionDeclaration.of(signature, description, SqlForm.pattern(pattern));
    }

    private static FunctionDeclaration withUnit(String signature, String description, String pattern, String unit) {
        return declaration(
                signature, description, SqlForm.pattern(pattern), Optional.empty(), false, Optional.of(unit));
    }

    private static FunctionDeclaration aggregate(String signature, String description, String pattern) {
        return declaration(signature, description, SqlForm.pattern(pattern), Optional.empty(), true, Optional.empty());
    }

    /** What is 1 where a condition holds, 0 where it does not, and NULL where that is unknown. */
    private static FunctionDeclaration condition(String signature, String description, String pattern) {
        return declaration(
                signature,
                description,
                SqlForm.pattern("(" + pattern + ")::pg_catalog.int4"),
                Optional.of(SqlForm.pattern(pattern)),
                false,
                Optional.empty());
    }

    private static FunctionDeclaration declaration(
            String signature,
            String description,
            SqlForm value,
            Optional<SqlForm> condition,
            boolean aggregate,
            Optional<String> unit) {
        return new FunctionDeclaration(
                signature, description, value, condition, aggregate, unit, Optional.empty(), Optional.empty());
    }
}
