package org.ctavo.adql.unit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The units and prefixes of VOUnits 1.1 (sections 2.3 to 2.5). Angles are measured in degrees, so that the factors
 * between degrees, minutes and seconds of arc are exact.
 */
final class KnownUnits {
    private static final Map<String, Double> DECIMAL = Map.ofEntries(
            Map.entry("q", 1e-30),
            Map.entry("r", 1e-27),
            Map.entry("y", 1e-24),
            Map.entry("z", 1e-21),
            Map.entry("a", 1e-18),
            Map.entry("f", 1e-15),
            Map.entry("p", 1e-12),
            Map.entry("n", 1e-9),
            Map.entry("u", 1e-6),
            Map.entry("m", 1e-3),
            Map.entry("c", 1e-2),
            Map.entry("d", 1e-1),
            Map.entry("da", 1e1),
            Map.entry("h", 1e2),
            Map.entry("k", 1e3),
            Map.entry("M", 1e6),
            Map.entry("G", 1e9),
            Map.entry("T", 1e12),
            Map.entry("P", 1e15),
            Map.entry("E", 1e18),
            Map.entry("Z", 1e21),
            Map.entry("Y", 1e24),
            Map.entry("R", 1e27),
            Map.entry("Q", 1e30));
    private static final Map<String, Double> BINARY = Map.of(
            "Ki",
            Math.pow(2, 10),
            "Mi",
            Math.pow(2, 20),
            "Gi",
            Math.pow(2, 30),
            "Ti",
            Math.pow(2, 40),
            "Pi",
            Math.pow(2, 50),
            "Ei",
            Math.pow(2, 60),
            "Zi",
            Math.pow(2, 70),
            "Yi",
            Math.pow(2, 80));
    /** Units that take no prefix. */
    private static final Set<String> BARE = Set.of(
            "%",
            "min", "h", "d", "deg", "arcmin", "mas", "Angstrom", "angstrom", "AU", "au", "Sun", "unknown", "UNKNOWN");
    /** Units that take binary prefixes too. */
    private static final Set<String> BITS = Set.of("bit", "B", "byte");

    private static final Map<String, Unit> UNITS = units();

    private KnownUnits() {}

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        for (String base : new String[] {
            "m", "s", "A", "K", "mol", "cd", "deg", "mag", "ct", "ph", "adu", "bin", "chan", "pix", "voxel", "beam",
            "bit", "Sun", "dex"
        }) {
            units.put(base, Unit.base(base));
        }
        Unit metre = units.get("m");
        Unit second = units.get("s");
        Unit ampere = units.get("A");
        Unit gram = Unit.base("kg").times(1e-3);
        Unit newton = Unit.base("kg").times(metre).over(second.power(2));
        Unit joule = newton.times(metre);
        Unit watt = joule.over(second);
        Unit volt = watt.over(ampere);
        Unit radian = units.get("deg").times(180 / Math.PI);
        units.putAll(Map.of(
                "g",
                gram,
                "N",
                newton,
                "J",
                joule,
                "W",
                watt,
                "V",
                volt,
                "rad",
                radian,
                "sr",
                radian.power(2),
                "Hz",
                Unit.ONE.over(second),
                "Bq",
                Unit.ONE.over(second)));
        units.putAll(Map.of(
                "Pa", newton.over(metre.power(2)),
                "C", ampere.times(second),
                "Ohm", volt.over(ampere),
                "S", ampere.over(volt),
                "F", ampere.times(second).over(volt),
                "Wb", volt.times(second),
                "T", volt.times(second).over(metre.power(2)),
                "H", volt.times(second).over(ampere),
                "lm", units.get("cd").times(radian.power(2)),
                "lx", units.get("cd").times(radian.power(2)).over(metre.power(2))));
        // times
        units.putAll(Map.of(
                "min",
                second.times(60),
                "h",
                second.times(3600),
                "d",
                second.times(86400),
                "yr",
                second.times(31557600),
                "a",
                second.times(31557600),
                "ta",
                second.times(31556925.1747)));
        // angles
        Unit degree = units.get("deg");
        units.putAll(Map.of(
                "arcmin",
                degree.times(1.0 / 60),
                "arcsec",
                degree.times(1.0 / 3600),
                "mas",
                degree.times(1.0 / 3600000)));
        // astronomy and physics; constants of CODATA 2018 and IAU 2012, 2015
        units.putAll(Map.of(
                "AU", metre.times(149597870700.0),
                "au", metre.times(149597870700.0),
                "pc", metre.times(149597870700.0 * 648000 / Math.PI),
                "lyr", metre.times(9460730472580800.0),
                "Angstrom", metre.times(1e-10),
                "angstrom", metre.times(1e-10),
                "solRad", metre.times(6.957e8),
                "barn", metre.power(2).times(1e-28)));
        units.putAll(Map.of(
                "eV", joule.times(1.602176634e-19),
                "erg", joule.times(1e-7),
                "Ry", joule.times(2.1798723611035e-18),
                "solLum", watt.times(3.828e26),
                "solMass", gram.times(1.988409870698051e33),
                "u", gram.times(1.66053906660e-24),
                "Jy", watt.times(1e-26).over(metre.power(2)).times(second),
                "G", units.get("T").times(1e-4),
                "D", units.get("C").times(metre).times(1e-29 / 3),
                "R",
                        units.get("ph")
                                .times(1e10 / (4 * Math.PI))
                                .over(metre.power(2))
                                .over(second)
                                .over(radian.power(2))));
        // counts
        units.putAll(Map.of(
                "count",
                units.get("ct"),
                "photon",
                units.get("ph"),
                "pixel",
                units.get("pix"),
                "B",
                units.get("bit").times(8),
                "byte",
                units.get("bit").times(8),
                "%",
                Unit.ONE.times(0.01),
                "dB",
                Unit.base("dB")));
        return Map.copyOf(units);
    }

    /** The unit of that name, with or without a prefix. */
    static Optional<Unit> named(String name) {
        Unit unit = UNITS.get(name);
        if (unit != null) {
            return Optional.of(unit);
        }
        for (int length = 2; length >= 1; length--) {
            if (name.length() > length) {
                String prefix = name.substring(0, length);
                String rest = name.substring(length);
                Double factor = DECIMAL.getOrDefault(prefix, BITS.contains(rest) ? BINARY.get(prefix) : null);
                if (factor != null && UNITS.containsKey(rest) && !BARE.contains(rest)) {
                    return Optional.of(UNITS.get(rest).times(factor));
                }
            }
        }
        return Optional.empty();
    }

    /** A name that differs in case only, if a unit has one. */
    static Optional<String> inAnotherCase(String name) {
        if (name.length() > 12) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(""), DECIMAL.keySet().stream().sorted())
                .flatMap(prefix -> UNITS.keySet().stream().sorted().map(unit -> prefix + unit))
                .filter(candidate -> candidate.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .filter(candidate -> named(candidate).isPresent())
                .findFirst();
    }
}
