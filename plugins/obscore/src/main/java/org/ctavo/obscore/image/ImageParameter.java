package org.ctavo.obscore.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.obscore.request.Numbers;
import org.ctavo.spi.AdqlLiteral;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ServiceDescriptor;

/**
 * The parameters of SIA 2.0 that select products (section 2.1), each with the columns of ObsCore that it is about. What
 * a column does not know satisfies none of them. Text is compared letter by letter, except for identifiers.
 */
enum ImageParameter {
    POS(
            Kind.SHAPE,
            "",
            "Shape that the region covered has something in common with, in degrees (ICRS): CIRCLE lon lat radius,"
                    + " RANGE lon1 lon2 lat1 lat2 or POLYGON lon1 lat1 lon2 lat2 lon3 lat3 …",
            "s_region"),
    BAND(Kind.OVERLAP, "m", "Wavelengths that the product has something in common with", "em_min", "em_max"),
    TIME(Kind.OVERLAP, "d", "Times (MJD, UTC) that the product has something in common with", "t_min", "t_max"),
    POL(Kind.POLARIZATION, "", "State of polarization that the product has", "pol_states"),
    FOV(Kind.INTERVAL, "deg", "Diameter of the field of view", "s_fov"),
    SPATRES(Kind.INTERVAL, "arcsec", "Spatial resolution", "s_resolution"),
    SPECRP(Kind.INTERVAL, "", "Spectral resolving power", "em_res_power"),
    EXPTIME(Kind.INTERVAL, "s", "Exposure time", "t_exptime"),
    TIMERES(Kind.INTERVAL, "s", "Resolution in time", "t_resolution"),
    ID(Kind.IDENTIFIER, "", "Identifier of the product, in any case of its letters", "obs_publisher_did"),
    COLLECTION(Kind.TEXT, "", "Data collection", "obs_collection"),
    FACILITY(Kind.TEXT, "", "Observatory", "facility_name"),
    INSTRUMENT(Kind.TEXT, "", "Instrument", "instrument_name"),
    DPTYPE(Kind.TEXT, "", "Type of the product, such as event, image or cube", "dataproduct_type"),
    CALIB(Kind.LEVEL, "", "Level of calibration", "calib_level"),
    TARGET(Kind.TEXT, "", "Name of the target", "target_name"),
    FORMAT(Kind.TEXT, "", "Media type of what the access URL gives", "access_format");

    private static final List<String> STATES =
            List.of("I", "Q", "U", "V", "RR", "LL", "RL", "LR", "XX", "YY", "XY", "YX", "POLI", "POLA");
    private static final List<String> LEVELS = List.of("0", "1", "2", "3", "4");

    private enum Kind {
        SHAPE,
        OVERLAP,
        INTERVAL,
        POLARIZATION,
        IDENTIFIER,
        TEXT,
        LEVEL
    }

    private final Kind kind;
    private final String unit;
    private final String description;
    private final String column;
    /** Of an interval between two columns the upper one; otherwise the same. */
    private final String upper;

    ImageParameter(Kind kind, String unit, String description, String... columns) {
        this.kind = kind;
        this.unit = unit;
        this.description = description;
        this.column = columns[0];
        this.upper = columns[columns.length - 1];
    }

    /** The condition that one of the values is satisfied; there is at least one. */
    String condition(List<String> values) {
        return switch (kind) {
            case TEXT, IDENTIFIER -> oneOf(
                    column, values.stream().map(AdqlLiteral::of).toList());
            case LEVEL -> oneOf(
                    column, values.stream().map(value -> known(LEVELS, value)).toList());
            default -> values.stream().map(this::condition).collect(Collectors.joining(" OR ", "(", ")"));
        };
    }

    private String condition(String value) {
        return switch (kind) {
            case SHAPE -> Shape.meets(value);
            case OVERLAP -> Interval.of(name(), value).meets(column, upper);
            case INTERVAL -> Interval.of(name(), value).holds(column);
                // The states are written between slashes.
            case POLARIZATION -> column + " LIKE " + AdqlLiteral.of("%/" + known(STATES, value) + "/%");
            default -> throw new IllegalStateException(name());
        };
    }

    private String known(List<String> words, String value) {
        String word = value.strip();
        if (!words.contains(word)) {
            throw Numbers.bad(name(), "\"" + Numbers.shown(value) + "\" is none of " + String.join(", ", words) + '.');
        }
        return word;
    }

    /** The condition that an expression is one of some literals. */
    static String oneOf(String expression, List<String> literals) {
        return literals.size() == 1
                ? expression + " = " + literals.get(0)
                : expression + " IN (" + String.join(", ", literals) + ")";
    }

    /** As the service describes it. */
    ServiceDescriptor.Input described() {
        boolean isInterval = kind == Kind.OVERLAP || kind == Kind.INTERVAL;
        ColumnDescription parameter = new ColumnDescription(
                name(),
                isInterval ? "double" : kind == Kind.LEVEL ? "int" : "char",
                isInterval ? Optional.of("2") : kind == Kind.LEVEL ? Optional.empty() : Optional.of("*"),
                isInterval ? Optional.of("interval") : Optional.empty(),
                Optional.of(unit).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                description,
                false,
                false,
                true);
        return new ServiceDescriptor.Input(
                parameter,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                switch (kind) {
                    case POLARIZATION -> STATES;
                    case LEVEL -> LEVELS;
                    default -> List.of();
                });
    }
}
