package org.ctavo.obscore.cone;

import java.util.Optional;

import org.ctavo.obscore.request.Numbers;

/** How many columns of {@code ivoa.obscore} are wanted (Simple Cone Search 1.03, section 2: VERB). */
enum Verbosity {
    /** What it takes to know a product again, to place it and to get it. */
    LEAST("obs_publisher_did", "s_ra", "s_dec", "target_name", "access_url", "access_format"),
    /** What most people look at. */
    USUAL(
            "obs_publisher_did",
            "s_ra",
            "s_dec",
            "target_name",
            "obs_collection",
            "obs_id",
            "dataproduct_type",
            "dataproduct_subtype",
            "calib_level",
            "s_fov",
            "t_min",
            "t_max",
            "t_exptime",
            "em_min",
            "em_max",
            "facility_name",
            "instrument_name",
            "data_rights",
            "obs_release_date",
            "access_url",
            "access_format",
            "access_estsize"),
    /** All there are. */
    MOST("*");

    private final String list;

    Verbosity(String... columns) {
        this.list = String.join(", ", columns);
    }

    /** Reads VERB; 2 if it was not sent. */
    static Verbosity of(Optional<String> verb) {
        return switch (verb.map(String::strip).orElse("2")) {
            case "1" -> LEAST;
            case "2" -> USUAL;
            case "3" -> MOST;
            default -> throw Numbers.bad("VERB", "it is 1, 2 or 3, not \"" + Numbers.shown(verb.orElse("")) + "\".");
        };
    }

    /** As a SELECT list. */
    String list() {
        return list;
    }
}
