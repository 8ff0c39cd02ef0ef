package org.ctavo.archive.dl3;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.JulianFields;
import java.util.Optional;
import java.util.OptionalDouble;

import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.spi.Fault;

/**
 * Holds what a file says in several ways against each other. FITS files have no checksum unless their writer took the
 * trouble, so this is what keeps damaged ones out; the tolerances let the known slips of real files pass.
 */
final class Plausibility {
    /** Events a little outside the good times are known from real files (up to 2 s). */
    private static final double EVENT_SLACK_SECONDS = 60;

    /** Keywords for times may have gone through a single-precision number: 1DC files are 8 s off. */
    private static final double RELATIVE = 0.01;

    /** The mean direction of real lists is within 0.1 degrees of the pointing; bright sources may draw it away. */
    private static final double MOST_MEAN_OFFSET = 1;

    private static final double SAME_PLACE = 1e-3;

    private final Observation observation;
    private final FitsHeader keywords;

    private Plausibility(Observation observation) {
        this.observation = observation;
        this.keywords = observation.events().keywords();
    }

    static void check(Observation observation) {
        Plausibility plausibility = new Plausibility(observation);
        plausibility.checkTimes();
        plausibility.checkExposure();
        plausibility.checkDate();
        plausibility.checkPlace();
        plausibility.checkEnergies();
        plausibility.checkIndex();
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new Fault(Dl3Fault.IMPLAUSIBLE, otherwise);
        }
    }

    private void checkTimes() {
        TimeFrame frame = observation.eventFrame();
        OptionalDouble start = keywords.number("TSTART");
        OptionalDouble stop = keywords.number("TSTOP");
        Span good = observation.utc();
        require(good.low() < good.high(), "The observation does not end after it starts.");
        require(good.high() - good.low() < 7, "The good times span more than a week.");
        if (start.isPresent() && stop.isPresent()) {
            double slack = slackDays(Math.max(Math.abs(start.getAsDouble()), Math.abs(stop.getAsDouble())));
            require(
                    good.low() >= frame.utc(start.getAsDouble()) - slack
                            && good.high() <= frame.utc(stop.getAsDouble()) + slack,
                    "The good times lie outside TSTART to TSTOP.");
        }
        Optional<Span> times = observation.events().times();
        if (times.isPresent()) {
            double slack = EVENT_SLACK_SECONDS / 86_400;
            double low = Math.min(good.low(), start.isPresent() ? frame.utc(start.getAsDouble()) : good.low());
            double high = Math.max(good.high(), stop.isPresent() ? frame.utc(stop.getAsDouble()) : good.high());
            require(
                    frame.utc(times.get().low()) >= low - slack
                            && frame.utc(times.get().high()) <= high + slack,
                    "Some events lie outside the time of observation.");
        }
    }

    /** A few units in the last place of a single-precision number, at least a second; in days. */
    private static double slackDays(double seconds) {
        return Math.max(1, Math.ulp((float) seconds)) / 86_400;
    }

    private void checkExposure() {
        double good = observation.goodTime();
        double most = good * (1 + RELATIVE) + 2;
        OptionalDouble live = keywords.number("LIVETIME");
        OptionalDouble on = keywords.number("ONTIME");
        OptionalDouble part = keywords.number("DEADC");
        if (live.isPresent()) {
            require(live.getAsDouble() > 0, "LIVETIME is not positive.");
            require(live.getAsDouble() <= most, "LIVETIME is longer than the good times.");
        }
        if (on.isPresent() && observation.goodTimes().isPresent()) {
            require(
                    Math.abs(on.getAsDouble() - good) <= good * RELATIVE + 2,
                    "ONTIME is not the sum of the good times.");
        }
        if (live.isPresent() && on.isPresent() && part.isPresent()) {
            require(
                    Math.abs(live.getAsDouble() - part.getAsDouble() * on.getAsDouble()) <= good * RELATIVE / 10,
                    "LIVETIME, ONTIME and DEADC do not fit each other.");
        }
    }

    /** Dates as text are in whatever time scale their writer liked, but a day or two is enough to tell damage. */
    private void checkDate() {
        String text =
                keywords.text("DATE-OBS").or(() -> keywords.text("DATE_OBS")).orElse("");
        if (text.length() < 10) {
            return;
        }
        try {
            long day = LocalDate.parse(text.substring(0, 10)).getLong(JulianFields.MODIFIED_JULIAN_DAY);
            require(
                    Math.abs(observation.utc().low() - day - 0.5) < 2,
                    "The times of the events and the date of the observation (" + text.substring(0, 10)
                            + ") are days apart.");
        } catch (DateTimeParseException e) {
            throw new Fault(Dl3Fault.IMPLAUSIBLE, "The date of the observation is no date.", e);
        }
    }

    private void checkPlace() {
        SkyPosition pointing = new SkyPosition(
                observation.events().required("RA_PNT"), observation.events().required("DEC_PNT"));
        Optional<DataSelection.Circle> circle = observation.selection().circle();
        if (circle.isPresent()) {
            SkyPosition centre = new SkyPosition(circle.get().ra(), circle.get().dec());
            require(
                    pointing.separation(centre) <= SAME_PLACE,
                    "The region that was selected is not centred on the pointing.");
        }
        Optional<SkyPosition> mean = observation.events().centre();
        if (mean.isPresent()) {
            require(pointing.separation(mean.get()) <= MOST_MEAN_OFFSET, "The events lie elsewhere than the pointing.");
        }
    }

    private void checkEnergies() {
        Optional<Span> selected = observation.selection().energies();
        Optional<Span> seen = observation.events().energies();
        if (selected.isPresent() && seen.isPresent()) {
            require(
                    seen.get().low() >= selected.get().low() * (1 - 1e-3)
                            && seen.get().high() <= selected.get().high() * (1 + 1e-3),
                    "Some events lie outside the energies that were selected.");
        }
    }

    private void checkIndex() {
        if (observation.index().isEmpty()) {
            return;
        }
        ObsIndex.Row row = observation.index().get();
        if (row.events().isPresent()
                && row.events().getAsLong() != observation.events().count()) {
            throw mismatch("has " + row.events().getAsLong() + " events by the index, "
                    + observation.events().count() + " in the file");
        }
        if (row.raPnt().isPresent() && row.decPnt().isPresent()) {
            SkyPosition there =
                    new SkyPosition(row.raPnt().getAsDouble(), row.decPnt().getAsDouble());
            SkyPosition here = new SkyPosition(
                    observation.events().required("RA_PNT"),
                    observation.events().required("DEC_PNT"));
            if (here.separation(there) > SAME_PLACE) {
                throw mismatch("points elsewhere by the index than by the file");
            }
        }
    }

    private Fault mismatch(String what) {
        return new Fault(Dl3Fault.INDEX_MISMATCH, "Run " + observation.events().obsId() + " " + what + ".");
    }
}
