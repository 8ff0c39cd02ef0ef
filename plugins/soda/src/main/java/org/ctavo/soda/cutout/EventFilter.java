package org.ctavo.soda.cutout;

import org.ctavo.archive.Photon;
import org.ctavo.archive.dl3.EventColumns;
import org.ctavo.archive.dl3.SkyFrame;
import org.ctavo.archive.dl3.TimeFrame;
import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.archive.fits.TableRow;
import org.ctavo.soda.request.Selection;

/** Whether a selection takes an event of one list. For one thread. */
final class EventFilter {
    private final Selection selection;
    private final EventColumns columns;
    private final SkyFrame sky;
    private final TimeWindow window;
    private final double[] direction = new double[3];

    EventFilter(Selection selection, FitsHeader keywords, TableLayout layout) {
        this.selection = selection;
        this.columns = EventColumns.of(layout);
        this.sky = selection.regions().isEmpty() ? SkyFrame.ICRS : SkyFrame.of(keywords);
        this.window = selection
                .time()
                .map(time -> TimeWindow.of(time, TimeFrame.of(keywords)))
                .orElse(TimeWindow.ALWAYS);
    }

    boolean takes(TableRow row) {
        return !selection.polarized() && isInTime(row) && hasEnergy(row) && isInRegions(row);
    }

    /** An event's time, in the list's own unit. */
    double time(TableRow row) {
        return row.number(columns.time());
    }

    private boolean isInTime(TableRow row) {
        return selection.time().isEmpty() || window.contains(time(row));
    }

    private boolean hasEnergy(TableRow row) {
        if (selection.energy().isEmpty() && selection.band().isEmpty()) {
            return true;
        }
        double energy = row.number(columns.energy()) * columns.teraElectronVolts();
        return selection.energy().map(range -> range.contains(energy)).orElse(true)
                && selection
                        .band()
                        .map(range -> range.contains(Photon.wavelength(energy)))
                        .orElse(true);
    }

    private boolean isInRegions(TableRow row) {
        if (selection.regions().isEmpty()) {
            return true;
        }
        sky.icrs(row.number(columns.ra()), row.number(columns.dec()), direction);
        for (Selection.Area area : selection.regions()) {
            if (!area.region().contains(direction[0], direction[1], direction[2])) {
                return false;
            }
        }
        return true;
    }
}
