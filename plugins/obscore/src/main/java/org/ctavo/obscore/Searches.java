package org.ctavo.obscore;

import java.util.List;

import org.ctavo.spi.Example;

/**
 * The searches the archive was made for, on objects that the public test data hold. They keep to what ADQL 2.0 has
 * too, so that validators of either version pass them.
 */
final class Searches {
    private static final String COLUMNS =
            "SELECT obs_id, target_name, s_ra, s_dec, t_min, t_max, obs_publisher_did, access_url\n";
    private static final String FULL = "FROM cta.vo_obscore\n";
    private static final String VO_OBSCORE = "cta.vo_obscore";

    static final List<Example> ALL = List.of(
            search(
                    "cone",
                    "Cone search for a target",
                    "Products whose field of view is centred within 2.5 degrees of the Crab Nebula.",
                    COLUMNS + "FROM ivoa.obscore\n"
                            + "WHERE 1 = CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 83.63308, 22.0145, 2.5))",
                    "ivoa.obscore"),
            search(
                    "target-at-time",
                    "A target at a given time",
                    "Products of PKS 2155-304 that were being taken at a time (MJD, UTC): during its great flare.",
                    COLUMNS + "FROM ivoa.obscore\n"
                            + "WHERE target_name = 'PKS 2155-304'\n"
                            + "  AND t_min <= 53945.97 AND t_max >= 53945.97",
                    "ivoa.obscore"),
            search(
                    "region",
                    "A region of the sky",
                    "Products that cover any part of a polygon around RX J1713.7-3946.",
                    COLUMNS + "FROM ivoa.obscore\n"
                            + "WHERE 1 = INTERSECTS(s_region,\n"
                            + "    POLYGON('ICRS', 257.9, -40.3, 259.0, -40.3, 259.0, -39.2, 257.9, -39.2))",
                    "ivoa.obscore"),
            search(
                    "above-50-tev",
                    "Events above 50 TeV",
                    "Event lists that reach beyond 50 TeV (energies are in eV), the most energetic first. The function"
                            + " cta_energy_overlaps asks the same in TeV.",
                    "SELECT obs_id, target_name, energy_max, ev_xel, access_url\n" + FULL
                            + "WHERE energy_max >= 5e13\nORDER BY energy_max DESC",
                    VO_OBSCORE),
            search(
                    "public-blazars",
                    "Public data of all blazars",
                    "Products that anyone may have, of every target whose class is a kind of blazar; cta.target_class"
                            + " tells which classes there are.",
                    // Words, not a join with the classes: the planner knows how common each word is, and takes the
                    // index.
                    COLUMNS + FULL + "WHERE data_rights = 'public' AND target_class IN ('Blazar', 'BL Lac', 'FSRQ')",
                    VO_OBSCORE),
            search(
                    "proposal",
                    "A proposal",
                    "Every product of a proposal.",
                    COLUMNS + FULL + "WHERE proposal_id = 'HESS-DL3-DR1'",
                    VO_OBSCORE),
            search(
                    "with-lst",
                    "Observations that include LSTs",
                    "Products of every sub-array that has large-sized telescopes in it.",
                    COLUMNS + FULL
                            + "WHERE sub_array_name IN (SELECT s.sub_array_name\n"
                            + "    FROM cta.sub_array_telescope AS s\n"
                            + "    JOIN cta.telescope AS t ON t.telescope_id = s.telescope_id\n"
                            + "    WHERE t.telescope_type = 'LST')",
                    VO_OBSCORE,
                    "cta.sub_array_telescope",
                    "cta.telescope"),
            search(
                    "not-divergent",
                    "A target without divergent pointing",
                    "Products of a target, but none taken with the telescopes pointing apart.",
                    COLUMNS + FULL
                            + "WHERE target_name = 'Crab Nebula'\n"
                            + "  AND (pointing_mode IS NULL OR pointing_mode NOT LIKE 'divergent%')",
                    VO_OBSCORE),
            search(
                    "pipeline-version",
                    "Products of a pipeline version for a target",
                    "Products of a target made by one version of a pipeline.",
                    COLUMNS + FULL + "WHERE target_name = 'Crab Nebula' AND pipeline_version = 'DL3-DR1'",
                    VO_OBSCORE),
            search(
                    "reconstruction-method",
                    "A reconstruction method",
                    "Products whose events were reconstructed by a given method.",
                    COLUMNS + FULL + "WHERE reco_method = 'Hillas'",
                    VO_OBSCORE),
            search(
                    "loose-cuts",
                    "A target with loose cuts",
                    "Products of a target after a loose selection of events.",
                    COLUMNS + FULL + "WHERE target_name = 'Crab Nebula' AND applied_cuts = 'loose'",
                    VO_OBSCORE),
            search(
                    "run",
                    "All datasets of a run",
                    "Every product that came of one run, by its number.",
                    COLUMNS + FULL + "WHERE run_id = 23523",
                    VO_OBSCORE));

    private Searches() {}

    private static Example search(String id, String name, String description, String query, String... tables) {
        return new Example(id, name, description, query, List.of(tables));
    }
}
