package org.ctavo.soda.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.soda.region.Region;

/**
 * Which events are wanted: those that pass all that is given (SODA 1.0, section 3.3).
 *
 * @param regions of the sky, all of which an event must lie in, by the parameter that gave each
 * @param time MJD, UTC
 * @param band wavelengths in metres
 * @param energy TeV
 * @param polarized whether a state of polarization is asked for; no event list knows one, so nothing passes
 */
public record Selection(
        List<Area> regions,
        Optional<Interval> time,
        Optional<Interval> band,
        Optional<Interval> energy,
        boolean polarized) {

    /** All events. */
    public static final Selection ALL =
            new Selection(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /**
     * A region and where it was given.
     *
     * @param parameter CIRCLE, POLYGON or POS
     * @param region where the events lie
     */
    public record Area(String parameter, Region region) {

        private String value() {
            String text = region.text();
            return parameter.equals("POS") ? text : text.substring(text.indexOf(' ') + 1);
        }
    }

    /** A parameter as it would be sent. */
    public record Item(String name, String value) {}

    /** Copies the list. */
    public Selection {
        regions = List.copyOf(regions);
    }

    /** The parameters that ask for it, for people and for the record. */
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        regions.forEach(area -> items.add(new Item(area.parameter(), area.value())));
        time.ifPresent(interval -> items.add(new Item("TIME", interval.text())));
        band.ifPresent(interval -> items.add(new Item("BAND", interval.text())));
        energy.ifPresent(interval -> items.add(new Item("ENERGY", interval.text())));
        return List.copyOf(items);
    }
}
