package org.ctavo.archive.cutout;

import java.util.List;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.Recipe;
import org.ctavo.archive.Recipe.Part;
import org.ctavo.archive.Recipe.Setting;

/** How cut-outs of event lists are made (SODA 1.0). */
public final class CutoutRecipe {
    /** The program that makes them. */
    static final String PROGRAM = "CTA-VO cut-out service";

    private static final String FITS = "application/fits";

    private static final List<Part> USES = List.of(
            new Part(Derivation.SOURCE_ROLE, "event list", "Main", "1", FITS),
            new Part("gti", "good time intervals", "Main", "0..*", FITS),
            new Part("pointing", "pointing table", "Context", "0..*", FITS),
            new Part("aeff", "effective area", "Calibration", "0..*", FITS),
            new Part("edisp", "energy dispersion", "Calibration", "0..*", FITS),
            new Part("psf", "point spread function", "Calibration", "0..*", FITS),
            new Part("bkg", "background model", "Calibration", "0..*", FITS),
            new Part("rad_max", "directional cut", "Calibration", "0..*", FITS),
            new Part("other", "further table", "Context", "0..*", FITS));

    private static final Part MAKES = new Part("cut-out", "cut-out of an event list", "Main", "1", "");

    private static final List<Setting> PARAMETERS = List.of(
            new Setting("CIRCLE", "double 3", "deg", "pos.outline;obs", "circle cut out: ICRS"),
            new Setting("POLYGON", "double *", "deg", "pos.outline;obs", "polygon cut out: ICRS"),
            new Setting("POS", "char *", "", "pos.outline;obs", "region cut out: ICRS, degrees"),
            new Setting("TIME", "double 2", "d", "time.interval;obs.exposure", "times kept: MJD, UTC"),
            new Setting("BAND", "double 2", "m", "em.wl;stat.interval", "wavelengths kept, in vacuum"),
            new Setting("ENERGY", "double 2", "TeV", "em.energy;stat.interval", "energies kept"));

    private CutoutRecipe() {}

    /** The recipe of a version of the program. */
    public static Recipe of(String version) {
        return new Recipe(
                "cut-out of an event list",
                PROGRAM,
                version,
                "Keeps the events that pass all selections, cuts the good times to the time selected, and copies the"
                        + " instrument responses as they are.",
                "https://www.ivoa.net/documents/SODA/20170517/",
                "Selection",
                USES,
                MAKES,
                PARAMETERS);
    }
}
