package org.ctavo.archive.dl3;

import java.util.Locale;
import java.util.Optional;

import org.ctavo.archive.fits.Hdu;
import org.ctavo.archive.fits.TableLayout;

/** What an HDU of a DL3 file is. */
public enum HduKind {
    EVENTS,
    GTI,
    POINTING,
    AEFF,
    EDISP,
    PSF,
    BKG,
    RAD_MAX,
    OBS_INDEX,
    HDU_INDEX,
    OTHER;

    /** Whether it is of use to event lists in other files. */
    boolean isCompanion() {
        return switch (this) {
            case AEFF, EDISP, PSF, BKG, RAD_MAX, OBS_INDEX, HDU_INDEX -> true;
            case EVENTS, GTI, POINTING, OTHER -> false;
        };
    }

    /** Told by the HDUCLASn keywords; where a file has none, by EXTNAME; where that tells nothing, by the columns. */
    public static HduKind of(Hdu hdu) {
        if (hdu.table().isEmpty()) {
            return OTHER;
        }
        return byClass(hdu)
                .or(() -> byName(hdu.extensionName()))
                .orElseGet(() -> byColumns(hdu.table().get()));
    }

    private static Optional<HduKind> byClass(Hdu hdu) {
        String first = keyword(hdu, "HDUCLAS1");
        String second = keyword(hdu, "HDUCLAS2");
        return switch (first) {
            case "EVENTS" -> Optional.of(EVENTS);
            case "GTI" -> Optional.of(GTI);
            case "POINTING" -> Optional.of(POINTING);
            case "INDEX" -> Optional.of(second.equals("OBS") ? OBS_INDEX : second.equals("HDU") ? HDU_INDEX : OTHER);
            case "RESPONSE" -> Optional.of(response(second));
            default -> Optional.empty();
        };
    }

    private static HduKind response(String second) {
        return switch (second) {
            case "EFF_AREA" -> AEFF;
            case "EDISP" -> EDISP;
            case "RPSF", "PSF" -> PSF;
            case "BKG" -> BKG;
            case "RAD_MAX" -> RAD_MAX;
            default -> OTHER;
        };
    }

    private static String keyword(Hdu hdu, String name) {
        return hdu.header().text(name).orElse("").toUpperCase(Locale.ROOT);
    }

    private static Optional<HduKind> byName(String name) {
        return switch (name) {
            case "EVENTS" -> Optional.of(EVENTS);
            case "GTI", "STDGTI" -> Optional.of(GTI);
            case "POINTING" -> Optional.of(POINTING);
            case "AEFF", "EFFECTIVE AREA" -> Optional.of(AEFF);
            case "EDISP", "ENERGY DISPERSION" -> Optional.of(EDISP);
            case "PSF", "POINT SPREAD FUNCTION" -> Optional.of(PSF);
            case "BKG", "BACKGROUND" -> Optional.of(BKG);
            case "RAD_MAX" -> Optional.of(RAD_MAX);
            case "OBS_INDEX" -> Optional.of(OBS_INDEX);
            case "HDU_INDEX" -> Optional.of(HDU_INDEX);
            default -> Optional.empty();
        };
    }

    private static HduKind byColumns(TableLayout table) {
        if (table.has("EVENT_ID", "TIME", "RA", "DEC", "ENERGY")) {
            return EVENTS;
        }
        if (table.has("OBS_ID", "HDU_TYPE", "HDU_CLASS", "FILE_NAME")) {
            return HDU_INDEX;
        }
        if (table.has("OBS_ID", "RA_PNT", "DEC_PNT", "TSTART", "TSTOP")) {
            return OBS_INDEX;
        }
        if (table.has("EFFAREA")) {
            return AEFF;
        }
        if (table.has("RPSF") || table.has("SIGMA_1", "SCALE")) {
            return PSF;
        }
        if (table.has("MIGRA_LO", "MATRIX")) {
            return EDISP;
        }
        return table.has("START", "STOP") ? GTI : OTHER;
    }
}
