package org.ctavo.archive.dl3;

import java.util.Optional;
import java.util.OptionalDouble;

import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.archive.fits.Hdu;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.archive.fits.TableRow;
import org.ctavo.spi.Fault;

/**
 * An event list: its keywords, and what its rows come to.
 *
 * @param hduName EXTNAME in upper case
 * @param keywords of its header
 * @param count of events
 * @param energies of the events in TeV; empty for a list without events
 * @param times of the events in the table's own unit; empty for a list without events
 * @param centre mean direction of the events as the table gives them; empty for a list without events
 */
public record EventTable(
        String hduName,
        FitsHeader keywords,
        long count,
        Optional<Span> energies,
        Optional<Span> times,
        Optional<SkyPosition> centre) {

    /** Reads the rows of an event list, one after the other. */
    static EventTable read(FitsFile file, Hdu hdu, TableLayout layout) {
        Statistics statistics = new Statistics(layout);
        file.rows(layout, statistics::add);
        return statistics.table(hdu);
    }

    /** Sums and extremes over the rows. For one thread. */
    private static final class Statistics {
        private final EventColumns columns;
        private final double[] sum = new double[3];
        private final Span.Builder energies = new Span.Builder();
        private final Span.Builder times = new Span.Builder();
        private long count;

        Statistics(TableLayout layout) {
            columns = EventColumns.of(layout);
        }

        void add(TableRow row) {
            count++;
            double lon = row.number(columns.ra());
            double lat = row.number(columns.dec());
            double e = row.number(columns.energy()) * columns.teraElectronVolts();
            double t = row.number(columns.time());
            // Some writers count right ascension from -180 degrees.
            if (!(lon >= -180 && lon <= 360 && lat >= -90 && lat <= 90)) {
                throw implausible("has no place on the sky");
            }
            // Ten thousand times the highest energy of a photon ever seen is no energy of a photon.
            if (!(e > 0 && e < 1e7)) {
                throw implausible("has the energy " + e + " TeV");
            }
            if (!Double.isFinite(t)) {
                throw implausible("has no time");
            }
            energies.add(e);
            times.add(t);
            double cos = Math.cos(Math.toRadians(lat));
            sum[0] += cos * Math.cos(Math.toRadians(lon));
            sum[1] += cos * Math.sin(Math.toRadians(lon));
            sum[2] += Math.sin(Math.toRadians(lat));
        }

        private Fault implausible(String what) {
            return new Fault(Dl3Fault.IMPLAUSIBLE, "Row " + count + " of the event list " + what + ".");
        }

        EventTable table(Hdu hdu) {
            boolean any = sum[0] != 0 || sum[1] != 0 || sum[2] != 0;
            return new EventTable(
                    hdu.extensionName(),
                    hdu.header(),
                    count,
                    energies.span(),
                    times.span(),
                    any ? Optional.of(SkyPosition.of(sum)) : Optional.empty());
        }
    }

    /** A keyword that GADF requires of an event list. */
    double required(String keyword) {
        OptionalDouble value = keywords.number(keyword);
        return value.orElseThrow(
                () -> new Fault(Dl3Fault.INCOMPLETE, "Keyword " + keyword + " is missing from the event list."));
    }

    /** OBS_ID. */
    public long obsId() {
        return keywords.whole("OBS_ID")
                .orElseThrow(() -> new Fault(Dl3Fault.INCOMPLETE, "Keyword OBS_ID is missing from the event list."));
    }
}
