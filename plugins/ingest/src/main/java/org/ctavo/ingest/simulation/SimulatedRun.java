package org.ctavo.ingest.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One observation.
 *
 * @param obsId OBS_ID
 * @param object OBJECT
 * @param raObj right ascension of the target, degrees, ICRS
 * @param decObj its declination
 * @param offset angle of the pointing from the target, degrees
 * @param direction in which the pointing lies from the target, degrees from north through east
 * @param start of the first good time, seconds after the reference time, TT
 * @param zenith angle, degrees
 * @param norm flux of the source at 1 TeV in cm-2 s-1 TeV-1; 0 for an empty field
 * @param index of its power law
 */
record SimulatedRun(
        long obsId,
        String object,
        double raObj,
        double decObj,
        double offset,
        double direction,
        double start,
        double zenith,
        double norm,
        double index) {
    private static final double CM2_PER_M2 = 1e4;

    /** Two good times with a gap: 15 and 10 minutes. */
    private static final double[][] GOOD_TIMES = {{0, 900}, {960, 1560}};

    /** An event as the array sees it. */
    private record Event(double time, double ra, double dec, double energy, double x, double y) {}

    double raPnt() {
        return at(raObj, decObj, offset, direction)[0];
    }

    double decPnt() {
        return at(raObj, decObj, offset, direction)[1];
    }

    double stop() {
        return start + GOOD_TIMES[GOOD_TIMES.length - 1][1];
    }

    double ontime() {
        double sum = 0;
        for (double[] interval : GOOD_TIMES) {
            sum += interval[1] - interval[0];
        }
        return sum;
    }

    double livetime() {
        return ontime() * Instrument.LIVE;
    }

    /** Writes EVENTS and GTI; gives the number of events. */
    int write(OutputStream out) throws IOException {
        List<Event> events = events();
        TableWriter table = new TableWriter()
                .column("EVENT_ID", "1K", "")
                .column("TIME", "1D", "s")
                .column("RA", "1E", "deg")
                .column("DEC", "1E", "deg")
                .column("ENERGY", "1E", "TeV")
                .column("DETX", "1E", "deg")
                .column("DETY", "1E", "deg");
        long id = 1;
        for (Event event : events) {
            table.put(id++)
                    .put(event.time())
                    .put((float) event.ra())
                    .put((float) event.dec())
                    .put((float) event.energy())
                    .put((float) event.x())
                    .put((float) event.y())
                    .endRow();
        }
        TableWriter.primary(out);
        table.write(out, "EVENTS", keywords());
        TableWriter good = new TableWriter().column("START", "1D", "s").column("STOP", "1D", "s");
        for (double[] interval : GOOD_TIMES) {
            good.put(start + interval[0]).put(start + interval[1]).endRow();
        }
        good.write(
                out,
                "GTI",
                SimulatedSet.common()
                        .text("HDUCLASS", "GADF")
                        .text("HDUDOC", SimulatedSet.DOCUMENT)
                        .text("HDUVERS", "0.3")
                        .text("HDUCLAS1", "GTI")
                        .all(SimulatedSet.time()));
        return events.size();
    }

    private HeaderText keywords() {
        return SimulatedSet.common()
                .text("HDUCLASS", "GADF")
                .text("HDUDOC", SimulatedSet.DOCUMENT)
                .text("HDUVERS", "0.3")
                .text("HDUCLAS1", "EVENTS")
                .text("HDUCLAS2", "ACCEPTED")
                .whole("OBS_ID", obsId)
                .all(SimulatedSet.time())
                .number("TSTART", start)
                .number("TSTOP", stop())
                .number("ONTIME", ontime())
                .number("LIVETIME", livetime())
                .number("DEADC", Instrument.LIVE)
                .text("OBJECT", object)
                .number("RA_OBJ", raObj)
                .number("DEC_OBJ", decObj)
                .text("OBS_MODE", offset > 0 ? "WOBBLE" : "POINTING")
                .number("RA_PNT", raPnt())
                .number("DEC_PNT", decPnt())
                .number("ALT_PNT", 90 - zenith)
                .number("AZ_PNT", 180)
                .text("RADECSYS", "ICRS")
                .number("EQUINOX", 2000)
                .number("CONV_DEP", 0)
                .text("EV_CLASS", "std")
                .text("CAL_VER", "0")
                .text("ANA_VER", "1")
                .whole("N_TELS", 20)
                .text("TELLIST", "Imagined")
                .number("GEOLON", -70.31634)
                .number("GEOLAT", -24.68343)
                .number("ALTITUDE", 2150)
                .text("EUNIT", "TeV")
                .history("Simulated with random numbers of seed " + obsId + "; nobody observed this.");
    }

    private List<Event> events() {
        Dice dice = new Dice(obsId);
        List<Event> events = new ArrayList<>();
        if (norm > 0) {
            source(dice, events);
        }
        background(dice, events);
        events.sort(Comparator.comparingDouble(Event::time));
        return events;
    }

    private void source(Dice dice, List<Event> events) {
        double[] edges = Instrument.logEdges(Instrument.LOWEST, Instrument.HIGHEST, 330);
        double[] expected = new double[edges.length - 1];
        double total = 0;
        for (int i = 0; i < expected.length; i++) {
            double energy = StrictMath.sqrt(edges[i] * edges[i + 1]);
            double flux = norm * StrictMath.pow(energy, -index) * (edges[i + 1] - edges[i]);
            expected[i] = flux * Instrument.area(energy, offset) * CM2_PER_M2 * livetime();
            total += expected[i];
        }
        int count = dice.poisson(total);
        for (int i = 0; i < count; i++) {
            double energy = dice.from(edges, expected);
            double spread = Instrument.spread(energy);
            double angle = spread * StrictMath.sqrt(-2 * StrictMath.log(1 - dice.uniform()));
            double[] seen = at(raObj, decObj, angle, 360 * dice.uniform());
            double measured = energy * StrictMath.exp(Instrument.energyWidth(energy) * dice.normal());
            add(events, dice, seen, measured);
        }
    }

    private void background(Dice dice, List<Event> events) {
        double[] energies = Instrument.logEdges(Instrument.LOWEST, Instrument.HIGHEST, 330);
        double[] spectrum = new double[energies.length - 1];
        double[] offsets = Instrument.edges(0, Instrument.RADIUS, 70);
        double[] profile = new double[offsets.length - 1];
        double rate = 0;
        for (int t = 0; t < profile.length; t++) {
            double middle = (offsets[t] + offsets[t + 1]) / 2;
            double ring = 2 * StrictMath.PI * middle * (offsets[t + 1] - offsets[t]);
            profile[t] = Instrument.background(1, middle) * ring;
        }
        for (int e = 0; e < spectrum.length; e++) {
            double energy = StrictMath.sqrt(energies[e] * energies[e + 1]);
            double relative = Instrument.background(energy, 0) / Instrument.background(1, 0);
            spectrum[e] = relative * (energies[e + 1] - energies[e]);
            for (double ring : profile) {
                rate += spectrum[e] * ring;
            }
        }
        int count = dice.poisson(rate * livetime());
        for (int i = 0; i < count; i++) {
            double[] seen = at(raPnt(), decPnt(), dice.from(offsets, profile), 360 * dice.uniform());
            add(events, dice, seen, dice.from(energies, spectrum));
        }
    }

    private void add(List<Event> events, Dice dice, double[] seen, double energy) {
        double second = dice.uniform() * ontime();
        double time = start;
        for (double[] interval : GOOD_TIMES) {
            double length = interval[1] - interval[0];
            if (second < length) {
                time = start + interval[0] + second;
                break;
            }
            second -= length;
        }
        double x = (seen[0] - raPnt()) * StrictMath.cos(StrictMath.toRadians(decPnt()));
        events.add(new Event(time, seen[0], seen[1], energy, x, seen[1] - decPnt()));
    }

    /** The place at an angle from another, in a direction from north through east; degrees. */
    private static double[] at(double ra, double dec, double angle, double direction) {
        double sinDec = StrictMath.sin(StrictMath.toRadians(dec));
        double cosDec = StrictMath.cos(StrictMath.toRadians(dec));
        double sinA = StrictMath.sin(StrictMath.toRadians(angle));
        double cosA = StrictMath.cos(StrictMath.toRadians(angle));
        double sinD = StrictMath.sin(StrictMath.toRadians(direction));
        double cosD = StrictMath.cos(StrictMath.toRadians(direction));
        double lat = StrictMath.asin(sinDec * cosA + cosDec * sinA * cosD);
        double lon = StrictMath.atan2(sinD * sinA * cosDec, cosA - sinDec * StrictMath.sin(lat));
        return new double[] {(ra + StrictMath.toDegrees(lon) + 360) % 360, StrictMath.toDegrees(lat)};
    }
}
