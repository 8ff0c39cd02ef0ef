package org.ctavo.archive.dl3;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.spi.Fault;

/**
 * One event list with its good times and responses, found plausible: what it covers, by the rules for real files.
 *
 * @param events the list
 * @param goodTimes empty if the file has none; then the keywords TSTART and TSTOP stand in
 * @param area effective area
 * @param spread point spread function
 * @param dispersion energy dispersion
 * @param index its row of the observation index
 * @param pointing centre of the field of view, ICRS
 * @param selection what was cut out of a larger list
 */
public record Observation(
        EventTable events,
        Optional<GoodTimes> goodTimes,
        Optional<EffectiveArea> area,
        Optional<PointSpread> spread,
        Optional<EnergyDispersion> dispersion,
        Optional<ObsIndex.Row> index,
        SkyPosition pointing,
        DataSelection selection) {
    /** Where the angular resolution of Cherenkov telescopes is usually quoted: energy in TeV, angle in degrees. */
    private static final double REFERENCE_TEV = 1;

    private static final double REFERENCE_OFFSET = 0.5;

    /** Where a range of energies was taken from. */
    public enum EnergySource {
        SELECTION("the selection of the event list (DS keywords)"),
        THRESHOLDS("the energy thresholds of the effective area"),
        EVENTS("the energies of the events"),
        NONE("unknown");

        private final String words;

        EnergySource(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /**
     * Puts an observation together.
     *
     * @throws Fault if something that cannot be done without is missing, or the parts contradict each other
     */
    public static Observation of(
            EventTable events,
            Optional<GoodTimes> goodTimes,
            Optional<EffectiveArea> area,
            Optional<PointSpread> spread,
            Optional<EnergyDispersion> dispersion,
            Optional<ObsIndex.Row> index) {
        FitsHeader keywords = events.keywords();
        if (keywords.text("TELESCOP").isEmpty()) {
            throw new Fault(Dl3Fault.INCOMPLETE, "Keyword TELESCOP is missing from the event list.");
        }
        SkyPosition pointing = SkyPosition.of(
                events.required("RA_PNT"),
                events.required("DEC_PNT"),
                keywords.text("RADECSYS")
                        .or(() -> keywords.text("RADESYS"))
                        .orElseThrow(() -> new Fault(
                                Dl3Fault.INCOMPLETE, "Keyword RADECSYS is missing: the coordinates mean nothing.")),
                keywords.number("EQUINOX").orElse(2000));
        Observation observation = new Observation(
                events, goodTimes, area, spread, dispersion, index, pointing, DataSelection.of(keywords));
        Plausibility.check(observation);
        return observation;
    }

    /** What the event list's own times count from. */
    TimeFrame eventFrame() {
        return TimeFrame.of(events.keywords());
    }

    /** First start and last stop of good time, MJD UTC. */
    public Span utc() {
        if (goodTimes.isPresent()) {
            Span extent = goodTimes.get().extent();
            TimeFrame frame = goodTimes.get().frame();
            return new Span(frame.utc(extent.low()), frame.utc(extent.high()));
        }
        TimeFrame frame = eventFrame();
        return new Span(frame.utc(events.required("TSTART")), frame.utc(events.required("TSTOP")));
    }

    /** The good times, MJD UTC, in the table's order. */
    public List<Span> goodIntervals() {
        if (goodTimes.isEmpty()) {
            return List.of(utc());
        }
        TimeFrame frame = goodTimes.get().frame();
        return goodTimes.get().intervals().stream()
                .map(interval -> new Span(frame.utc(interval.low()), frame.utc(interval.high())))
                .toList();
    }

    /** Seconds of good time, dead time included. */
    public double goodTime() {
        return goodTimes.map(GoodTimes::total).orElseGet(() -> eventFrame()
                .seconds(events.required("TSTOP") - events.required("TSTART")));
    }

    /** Seconds of live time; of good time where the file does not tell the dead time. */
    public double exposure() {
        OptionalDouble live = events.keywords().number("LIVETIME");
        return live.orElseGet(
                () -> goodTime() * events.keywords().number("DEADC").orElse(1));
    }

    /** Diameter of the field of view in degrees; empty where neither a selection nor a response tells. */
    public OptionalDouble fieldOfView() {
        if (selection.circle().isPresent()) {
            return OptionalDouble.of(2 * selection.circle().get().radius());
        }
        OptionalDouble offset = area.map(EffectiveArea::largestOffset).orElse(OptionalDouble.empty());
        return offset.isPresent() ? OptionalDouble.of(2 * offset.getAsDouble()) : OptionalDouble.empty();
    }

    /** Where {@link #energies()} comes from. */
    public EnergySource energySource() {
        if (selection.energies().isPresent()) {
            return EnergySource.SELECTION;
        }
        if (area.flatMap(EffectiveArea::thresholds).isPresent()) {
            return EnergySource.THRESHOLDS;
        }
        return events.energies().isPresent() ? EnergySource.EVENTS : EnergySource.NONE;
    }

    /** Range of energies in TeV; empty if nothing tells. */
    public Optional<Span> energies() {
        return switch (energySource()) {
            case SELECTION -> selection.energies();
            case THRESHOLDS -> area.flatMap(EffectiveArea::thresholds);
            case EVENTS -> events.energies();
            case NONE -> Optional.empty();
        };
    }

    /** Angular resolution, if there is a point spread function. */
    public Optional<PointSpread.Resolution> resolution() {
        return spread.flatMap(known -> known.resolution(REFERENCE_TEV, REFERENCE_OFFSET, area));
    }

    /** Resolving power, if there is an energy dispersion. */
    public Optional<EnergyDispersion.ResolvingPower> resolvingPower() {
        return dispersion.flatMap(known -> known.resolvingPower(REFERENCE_TEV, REFERENCE_OFFSET, area));
    }

    /** What a user should know although the observation can be published. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (goodTimes.isEmpty()) {
            notes.add("no table of good times; TSTART and TSTOP stand in");
        }
        if (events.count() == 0) {
            notes.add("the event list is empty");
        }
        if (fieldOfView().isEmpty()) {
            notes.add("neither a selection nor an effective area tells the field of view");
        }
        return List.copyOf(notes);
    }
}
