package org.ctavo.datalink.bundle;

import java.util.ArrayList;
import java.util.List;

/** The columns of an observation index table that repeat keywords of event lists (GADF, "Observation index table"). */
enum ObsColumns {
    RA_PNT("deg"),
    DEC_PNT("deg"),
    ALT_PNT("deg"),
    AZ_PNT("deg"),
    ZEN_PNT("deg"),
    RA_OBJ("deg"),
    DEC_OBJ("deg"),
    ONTIME("s"),
    LIVETIME("s"),
    DEADC("");

    /** Keywords with numbers that the table treats one by one, or has in its header. */
    private static final List<String> SINGLE = List.of("TSTART", "TSTOP", "N_TELS", "GEOLON", "GEOLAT", "ALTITUDE");

    private static final List<String> WORDS = List.of("OBJECT", "OBS_MODE", "TELLIST", "TELESCOP", "INSTRUME");

    private final String unit;

    ObsColumns(String unit) {
        this.unit = unit;
    }

    String unit() {
        return unit;
    }

    /** All keywords with a number. */
    static List<String> numbers() {
        List<String> all = new ArrayList<>(SINGLE);
        for (ObsColumns column : values()) {
            all.add(column.name());
        }
        return all;
    }

    /** All keywords with a text. */
    static List<String> words() {
        return WORDS;
    }
}
