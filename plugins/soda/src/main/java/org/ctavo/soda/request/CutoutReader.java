package org.ctavo.soda.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.ctavo.soda.region.Region;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;

/**
 * Reads the parameters of SODA 1.0 (section 3), and ENERGY, which is the project's own. Parameters that are not known
 * are passed over, as DALI wants; one that is sent without a value counts as not sent.
 */
public final class CutoutReader {
    /** Parameters of which each combination of values makes a cut-out. */
    public static final List<String> MULTIPLE = List.of("ID", "CIRCLE", "POLYGON", "POS", "TIME", "BAND", "ENERGY");

    private static final int LONGEST_ID = 2000;

    private static final Set<String> POLARIZATIONS =
            Set.of("I", "Q", "U", "V", "RR", "LL", "RL", "LR", "XX", "YY", "XY", "YX", "POLI", "POLA");

    private CutoutReader() {}

    /**
     * The one cut-out that a synchronous request asks for.
     *
     * @throws Fault {@code MULTI_VALUED} if a parameter has several values, {@code USAGE} with the reason if one cannot
     *     be taken
     */
    public static Cutout one(Parameters parameters) {
        for (String name : MULTIPLE) {
            int count = values(parameters, name).size();
            if (count > 1) {
                throw new Fault(
                        SodaFault.MULTI_VALUED,
                        name + " has " + count + " values; the synchronous service takes one. Ask the asynchronous"
                                + " one (async instead of sync) for every combination at once.");
            }
        }
        return all(parameters, 1).get(0);
    }

    /**
     * Every combination of the values of a request, in the order of ID, regions, TIME, BAND, ENERGY as they were sent.
     *
     * @param most how many there may be
     * @throws Fault {@code TOO_MANY_CUTOUTS}; {@code USAGE} with the reason if a value cannot be taken
     */
    public static List<Cutout> all(Parameters parameters, int most) {
        List<String> ids = values(parameters, "ID");
        if (ids.isEmpty()) {
            throw new Fault(
                    SodaFault.USAGE,
                    "ID is missing: the identifier of the event list (obs_publisher_did), such as"
                            + " ivo://authority/collection?obs_id.");
        }
        if (ids.stream().anyMatch(id -> id.length() > LONGEST_ID)) {
            throw new Fault(SodaFault.USAGE, "ID is longer than any identifier of a data product.");
        }
        checkCount(parameters, most);
        AnswerFormat format = AnswerFormat.of(format(parameters));
        List<Selection> selections = List.of(
                new Selection(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), polarized(parameters)));
        selections = regions(selections, parameters, "CIRCLE", Values::circle);
        selections = regions(selections, parameters, "POLYGON", Values::polygon);
        selections = regions(selections, parameters, "POS", Values::shape);
        selections = intervals(selections, parameters, "TIME");
        selections = intervals(selections, parameters, "BAND");
        selections = intervals(selections, parameters, "ENERGY");
        List<Cutout> cutouts = new ArrayList<>();
        for (String id : ids) {
            for (Selection selection : selections) {
                cutouts.add(new Cutout(id, selection, format));
            }
        }
        return List.copyOf(cutouts);
    }

    private static void checkCount(Parameters parameters, int most) {
        long count = 1;
        for (String name : MULTIPLE) {
            count *= Math.max(1, values(parameters, name).size());
            if (count > most) {
                throw new Fault(
                        SodaFault.TOO_MANY_CUTOUTS,
                        "The request asks for more than " + most + " cut-outs, one for each combination of its values;"
                                + " ask for fewer at once.");
            }
        }
    }

    private static Optional<String> format(Parameters parameters) {
        List<String> values = values(parameters, "RESPONSEFORMAT");
        if (values.size() > 1) {
            throw new Fault(SodaFault.MULTI_VALUED, "RESPONSEFORMAT has " + values.size() + " values; send one.");
        }
        return values.stream().findFirst();
    }

    private static boolean polarized(Parameters parameters) {
        List<String> states = values(parameters, "POL");
        for (String state : states) {
            if (!POLARIZATIONS.contains(state.strip().toUpperCase(Locale.ROOT))) {
                throw new Fault(
                        SodaFault.USAGE,
                        "POL='" + Values.clipped(state) + "' is no state of polarization; those of ObsCore are I, Q, U,"
                                + " V, RR, LL, RL, LR, XX, YY, XY, YX, POLI and POLA.");
            }
        }
        return !states.isEmpty();
    }

    private static List<Selection> regions(
            List<Selection> so, Parameters parameters, String name, BiFunction<String, String, Region> reader) {
        List<Region> regions = values(parameters, name).stream()
                .map(value -> reader.apply(name, value))
                .toList();
        return combined(so, regions, (selection, region) -> {
            List<Selection.Area> areas = new ArrayList<>(selection.regions());
            areas.add(new Selection.Area(name, region));
            return new Selection(areas, selection.time(), selection.band(), selection.energy(), selection.polarized());
        });
    }

    private static List<Selection> intervals(List<Selection> so, Parameters parameters, String name) {
        List<Interval> intervals = values(parameters, name).stream()
                .map(value -> Values.interval(name, value))
                .toList();
        return combined(so, intervals, (selection, interval) -> {
            Optional<Interval> given = Optional.of(interval);
            return new Selection(
                    selection.regions(),
                    name.equals("TIME") ? given : selection.time(),
                    name.equals("BAND") ? given : selection.band(),
                    name.equals("ENERGY") ? given : selection.energy(),
                    selection.polarized());
        });
    }

    private static <T> List<Selection> combined(
            List<Selection> selections, List<T> values, BiFunction<Selection, T, Selection> with) {
        if (values.isEmpty()) {
            return selections;
        }
        return selections.stream()
                .flatMap(selection -> values.stream().map(value -> with.apply(selection, value)))
                .toList();
    }

    private static List<String> values(Parameters parameters, String name) {
        return parameters.all(name).stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }
}
