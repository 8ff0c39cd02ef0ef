package org.ctavo.soda.cutout;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.ctavo.archive.ProductFile;
import org.ctavo.archive.dl3.HduKind;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.Hdu;

/**
 * A file that belongs to an event list: its instrument responses, seldom its good times.
 *
 * @param file as the archive lists it
 * @param path where it lies
 */
public record Companion(ProductFile file, Path path) {

    /** Whether an HDU of this file is listed with the event list. Its primary HDU never is. */
    boolean lists(Hdu hdu) {
        return hdu.index() > 0 && file.hdus().contains(hdu.extensionName());
    }

    /** The kinds of responses listed, by a look at the headers. */
    Set<HduKind> responses() {
        Set<HduKind> kinds = EnumSet.noneOf(HduKind.class);
        try (FitsFile fits = FitsFile.open(path)) {
            for (Optional<Hdu> hdu = fits.next(); hdu.isPresent(); hdu = fits.next()) {
                HduKind kind = HduKind.of(hdu.get());
                if (lists(hdu.get()) && isResponse(kind)) {
                    kinds.add(kind);
                }
                fits.skip();
            }
        }
        return kinds;
    }

    private static boolean isResponse(HduKind kind) {
        return switch (kind) {
            case AEFF, EDISP, PSF, BKG, RAD_MAX -> true;
            case EVENTS, GTI, POINTING, OBS_INDEX, HDU_INDEX, OTHER -> false;
        };
    }
}
