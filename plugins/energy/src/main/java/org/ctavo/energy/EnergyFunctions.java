package org.ctavo.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.SqlArgument;
import org.ctavo.spi.SqlForm;

/**
 * Functions between the wavelengths of ObsCore (em_min, em_max: metres in vacuum) and energies of photons. The smallest
 * wavelength is the highest energy. As conditions they become ranges of em_min and em_max, which an index serves.
 */
final class EnergyFunctions {
    private static final String UNITS =
            " The unit is eV, keV, MeV, GeV, TeV or PeV, written out; TeV if it is left out.";

    private EnergyFunctions() {}

    static List<FunctionDeclaration> declarations() {
        return Stream.of(
                        energy(
                                "cta_energy_min(em_min REAL, em_max REAL",
                                "Lowest energy of a row, given by its range of wavelengths in metres.",
                                "stat.min",
                                2,
                                1),
                        energy(
                                "cta_energy_max(em_min REAL, em_max REAL",
                                "Highest energy of a row, given by its range of wavelengths in metres.",
                                "stat.max",
                                2,
                                0),
                        range(
                                "cta_energy_overlaps(em_min REAL, em_max REAL, lowest REAL, highest REAL",
                                "1 if a row's range of wavelengths (metres) has energies between lowest and highest in"
                                        + " it, ends included, 0 if not. NULL for an end that is open.",
                                true),
                        range(
                                "cta_energy_covers(em_min REAL, em_max REAL, lowest REAL, highest REAL",
                                "1 if a row's range of wavelengths (metres) reaches from lowest to highest energy, 0 if"
                                        + " not. NULL for an end that does not matter.",
                                false),
                        wavelength(),
                        energy(
                                "cta_wavelength_to_energy(wavelength REAL",
                                "Energy of photons of a wavelength in metres. NULL unless it is above 0.",
                                null,
                                1,
                                0))
                .flatMap(List::stream)
                .toList();
    }

    /** The energy of one of the wavelengths that come first. */
    private static List<FunctionDeclaration> energy(
            String start, String description, String ucd, int wavelengths, int which) {
        SqlForm form = arguments -> inverse(EnergyUnit.of(arguments, wavelengths), arguments.get(which));
        return both(
                start,
                description,
                form,
                Optional.empty(),
                "DOUBLE PRECISION",
                Optional.of("TeV"),
                Optional.of("em.energy" + (ucd == null ? "" : ";" + ucd)));
    }

    private static List<FunctionDeclaration> wavelength() {
        SqlForm form = arguments -> inverse(EnergyUnit.of(arguments, 1), arguments.get(0));
        String description = "Wavelength in metres of photons of an energy. NULL unless it is above 0.";
        return List.of(
                declaration(
                        "cta_energy_to_wavelength(energy REAL) -> DOUBLE PRECISION",
                        description,
                        form,
                        Optional.empty(),
                        Optional.of("m"),
                        Optional.of("em.wl")),
                declaration(
                        "cta_energy_to_wavelength(energy REAL, unit TEXT) -> DOUBLE PRECISION",
                        description + UNITS,
                        form,
                        Optional.empty(),
                        Optional.of("m"),
                        Optional.of("em.wl")));
    }

    /** hc over something, where it is above 0. */
    private static String inverse(EnergyUnit unit, SqlArgument argument) {
        return number(unit.hc()) + " / CASE WHEN " + sql(argument) + " > 0 THEN " + sql(argument) + " END";
    }

    private static List<FunctionDeclaration> range(String start, String description, boolean overlaps) {
        SqlForm condition = arguments -> range(arguments, overlaps);
        SqlForm value = arguments -> "(" + range(arguments, overlaps) + ")::pg_catalog.int4";
        return both(start, description, value, Optional.of(condition), "INTEGER", Optional.empty(), Optional.empty());
    }

    private static String range(List<SqlArgument> arguments, boolean overlaps) {
        EnergyUnit unit = EnergyUnit.of(arguments, 4);
        SqlArgument shortest = arguments.get(0);
        SqlArgument longest = arguments.get(1);
        SqlArgument lowest = arguments.get(2);
        SqlArgument highest = arguments.get(3);
        checkEnds(literal(lowest), literal(highest));
        List<String> tests = new ArrayList<>();
        if (overlaps) {
            atLeast(tests, shortest, lowest, unit);
            atMost(tests, longest, highest, unit);
        } else {
            atMost(tests, longest, lowest, unit);
            atLeast(tests, shortest, highest, unit);
        }
        return String.join(" AND ", tests);
    }

    private static void checkEnds(Optional<Double> lowest, Optional<Double> highest) {
        if (highest.isPresent() && !(highest.get() > 0)) {
            throw new IllegalArgumentException("the highest energy must be above 0; it is " + highest.get());
        }
        if (lowest.isPresent() && highest.isPresent() && lowest.get() > highest.get()) {
            throw new IllegalArgumentException(
                    "the lowest energy comes first; " + lowest.get() + " is above " + highest.get());
        }
    }

    /** That a wavelength is one of an energy at least so high: no longer than its wavelength. */
    private static void atLeast(List<String> tests, SqlArgument wavelength, SqlArgument energy, EnergyUnit unit) {
        tests.add(compared(wavelength, "<=", energy, unit));
    }

    /** That a wavelength is one of an energy at most so high. */
    private static void atMost(List<String> tests, SqlArgument wavelength, SqlArgument energy, EnergyUnit unit) {
        tests.add(compared(wavelength, ">=", energy, unit));
    }

    private static String compared(SqlArgument wavelength, String comparator, SqlArgument energy, EnergyUnit unit) {
        Optional<Double> literal = literal(energy);
        if (literal.isPresent()) {
            // An energy of 0 or less is no end at all for what is at least so high.
            return literal.get() > 0
                    ? sql(wavelength) + " " + comparator + " " + number(unit.hc() / literal.get())
                    : sql(wavelength) + " IS NOT NULL";
        }
        // Known when the query runs, or NULL, which the planner then takes for an open end.
        return "(" + sql(energy) + " IS NULL OR " + sql(wavelength) + " * " + sql(energy) + " " + comparator + " "
                + number(unit.hc()) + ")";
    }

    private static Optional<Double> literal(SqlArgument argument) {
        return argument.literal().filter(Number.class::isInstance).map(number -> ((Number) number).doubleValue());
    }

    private static String sql(SqlArgument argument) {
        return "(" + argument.sql() + ")";
    }

    private static String number(double value) {
        return "'" + value + "'::pg_catalog.float8";
    }

    private static List<FunctionDeclaration> both(
            String start,
            String description,
            SqlForm value,
            Optional<SqlForm> condition,
            String type,
            Optional<String> unit,
            Optional<String> ucd) {
        return List.of(
                declaration(
                        start + ") -> " + type,
                        description + (unit.isPresent() ? " In TeV." : " Energies in TeV."),
                        value,
                        condition,
                        unit,
                        ucd),
                declaration(
                        start + ", unit TEXT) -> " + type,
                        description + UNITS,
                        value,
                        condition,
                        Optional.empty(),
                        ucd));
    }

    private static FunctionDeclaration declaration(
            String signature,
            String description,
            SqlForm value,
            Optional<SqlForm> condition,
            Optional<String> unit,
            Optional<String> ucd) {
        return new FunctionDeclaration(signature, description, value, condition, false, unit, ucd, Optional.empty());
    }
}
