package org.ctavo.archive.dl3;

import org.ctavo.archive.fits.FitsColumn;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.spi.Fault;

/**
 * The columns that every event list has (GADF, "EVENTS").
 *
 * @param time in the unit of the list's {@link TimeFrame}
 * @param ra degrees
 * @param dec degrees
 * @param energy in a unit of its own
 * @param teraElectronVolts what makes an energy one in TeV
 */
public record EventColumns(
        FitsColumn time, FitsColumn ra, FitsColumn dec, FitsColumn energy, double teraElectronVolts) {

    /**
     * Finds them.
     *
     * @throws Fault if one is missing, is no single number or has a unit not known here
     */
    public static EventColumns of(TableLayout layout) {
        FitsColumn energy = column(layout, "ENERGY");
        EventColumns columns = new EventColumns(
                column(layout, "TIME"), column(layout, "RA"), column(layout, "DEC"), energy, toTeV(energy));
        unit(columns.ra, "deg");
        unit(columns.dec, "deg");
        unit(columns.time, "s");
        return columns;
    }

    private static FitsColumn column(TableLayout layout, String name) {
        return layout.column(name)
                .filter(FitsColumn::isNumeric)
                .filter(column -> column.repeat() == 1)
                .orElseThrow(
                        () -> new Fault(Dl3Fault.INCOMPLETE, "The event list has no numeric column " + name + "."));
    }

    private static void unit(FitsColumn column, String wanted) {
        String unit = column.unit().orElse(wanted);
        if (!unit.equals(wanted)) {
            throw new Fault(
                    Dl3Fault.UNSUPPORTED, "Column " + column.name() + " is in '" + unit + "', not " + wanted + ".");
        }
    }

    private static double toTeV(FitsColumn column) {
        String unit = column.unit().orElse("TeV");
        return switch (unit) {
            case "TeV" -> 1;
            case "GeV" -> 1e-3;
            case "MeV" -> 1e-6;
            default -> throw new Fault(
                    Dl3Fault.UNSUPPORTED, "Column ENERGY is in '" + unit + "', not TeV, GeV or MeV.");
        };
    }
}
