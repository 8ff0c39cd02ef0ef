package org.ctavo.war.secrecy;

import java.util.List;
import java.util.stream.Stream;

import org.ctavo.testing.Probes;

/** Queries by which a stranger may try to find out what is hidden. */
final class Shapes {
    /** The number of a secret run. */
    static final long SECRET = 900_007;

    /** The identifier of a secret product. */
    static final String SECRET_ID = "ivo://ctavo.example/Hidden?900007";

    /** A table, a text column of it, a number of it. */
    record Target(String table, String text, String number) {}

    static final List<Target> TARGETS = List.of(
            new Target("ivoa.obscore", "obs_publisher_did", "calib_level"),
            new Target("ivoa.obscore_hea", "obs_publisher_did", "ev_xel"),
            new Target("cta.vo_obscore", "target_name", "run_id"),
            new Target("ivoa.obsplan", "obs_id", "t_planning"),
            new Target("cta.data_file", "file_name", "bytes"),
            new Target("cta.target", "name", "ra"),
            new Target("cta.target_alias", "alias", "seq"),
            new Target("cta.proposal", "proposal_id", "granted_time"),
            new Target("cta.proposal_member", "name", "0"),
            new Target("cta.proposal_requirement", "kind", "threshold"),
            new Target("cta.observing_constraint", "proposal_id", "zenith_max"),
            new Target("cta.proposal_target", "target_name", "0"),
            new Target("cta.scheduling_block", "target_name", "sb_id"),
            new Target("cta.observation_block", "obs_config_id", "ob_id"),
            new Target("cta.time_interval", "classtype", "t_start"),
            new Target("cta.ambient_conditions", "atmosphere", "t_start"),
            new Target("cta.acquisition", "obs_collection", "run_id"),
            new Target("cta.collection", "name", "0"),
            new Target("cta.obs_config", "obs_config_id", "pointing_ra"),
            new Target("cta.processing", "processing_id", "0"),
            new Target("provenance.entity", "id", "0"),
            new Target("provenance.entitydescription", "id", "0"),
            new Target("provenance.activity", "name", "0"),
            new Target("provenance.activitydescription", "name", "0"),
            new Target("provenance.agent", "name", "0"),
            new Target("provenance.parameter", "param_value", "0"),
            new Target("provenance.used", "entity_id", "0"),
            new Target("provenance.wasgeneratedby", "activity_id", "0"),
            new Target("provenance.wasassociatedwith", "agent_id", "0"),
            new Target("provenance.wasattributedto", "agent_id", "0"),
            new Target("provenance.wasconfiguredby", "activity_id", "0"),
            new Target("provenance.wasderivedfrom", "usedentity_id", "0"),
            new Target("provenance.hadmember", "collection_id", "0"),
            new Target("provenance.progenitor", "progenitor_id", "0"),
            new Target("tap_schema.columns", "column_name", "\"size\""),
            new Target("tap_schema.tables", "table_name", "table_index"));

    /** What fits one table alone. */
    private static final List<String> SPECIAL = List.of(
            "SELECT 1 / (run_id - 900007) FROM cta.vo_obscore",
            "SELECT COUNT(*) FROM cta.vo_obscore WHERE 1 / (run_id - 900007) < 2",
            "SELECT SQRT(900006.5 - run_id) FROM cta.vo_obscore WHERE run_id > 900006 AND run_id < 900008",
            "SELECT LOG(900007 - run_id) FROM cta.vo_obscore WHERE run_id = 900007",
            "SELECT COUNT(*) FROM cta.vo_obscore WHERE LOG10(900007 - run_id) IS NULL AND run_id = 900007",
            "SELECT POWER(1e300, ev_xel) FROM ivoa.obscore_hea WHERE obs_publisher_did LIKE '%Hidden%'",
            "SELECT CAST(target_name AS TIMESTAMP) FROM ivoa.obscore WHERE target_name LIKE 'Hidden%'",
            "SELECT CAST(obs_id AS SMALLINT) FROM ivoa.obscore WHERE obs_id = '900007'",
            "SELECT CASE WHEN target_name LIKE 'Hidden%' THEN 1 / (run_id - run_id) ELSE 1 END FROM cta.vo_obscore",
            "SELECT COALESCE(NULL, 1 / (run_id - 900007)) FROM cta.vo_obscore",
            "SELECT ACOS(run_id - 900006) FROM cta.vo_obscore WHERE run_id BETWEEN 900006 AND 900008",
            "SELECT MOD(5, run_id - 900007) FROM cta.vo_obscore",
            "SELECT obs_id FROM ivoa.obscore WHERE 1 = CONTAINS(POINT('ICRS', s_ra, s_dec),"
                    + " CIRCLE('ICRS', 329.717, -30.226, 3)) ORDER BY obs_id",
            "SELECT COUNT(*) FROM ivoa.obscore WHERE 1 = INTERSECTS(s_region, CIRCLE('ICRS', 329.717, -30.226, 3))",
            "SELECT COUNT(*) FROM ivoa.obscore WHERE DISTANCE(POINT(s_ra, s_dec), POINT(329.717, -30.226)) < 3",
            "SELECT COUNT(*) FROM ivoa.obscore WHERE 0 = CONTAINS(POINT(s_ra, s_dec), s_region)",
            "SELECT AREA(CIRCLE(s_ra, s_dec, CASE WHEN target_name LIKE 'Hidden%' THEN -1 ELSE 1 END))"
                    + " FROM ivoa.obscore",
            "SELECT COUNT(*) FROM ivoa.obscore WHERE AREA(CIRCLE(s_ra, s_dec, 900006.5 - CAST(obs_id AS INTEGER))) > 0",
            "SELECT COUNT(*) FROM cta.vo_obscore WHERE 1 = cta_energy_overlaps(em_min, em_max, 0.1, 100)",
            "SELECT COUNT(*) FROM ivoa.obscore WHERE 1 = ivo_hasword(target_name, 'hidden')",
            "SELECT COUNT(*) FROM ivoa.obscore WHERE 1 = ivo_nocasematch(target_name, 'HIDDEN%')",
            "SELECT ivo_string_agg(target_name, ',') FROM (SELECT TOP 1000 target_name FROM ivoa.obscore"
                    + " ORDER BY target_name) AS s",
            "SELECT COUNT(*) FROM ivoa.obscore NATURAL JOIN ivoa.obscore_hea",
            "SELECT COUNT(*) FROM cta.acquisition AS a LEFT JOIN cta.vo_obscore AS o ON o.run_id = a.run_id"
                    + " WHERE o.run_id IS NULL",
            "SELECT COUNT(*) FROM cta.vo_obscore AS o RIGHT JOIN cta.data_file AS f"
                    + " ON f.obs_publisher_did = o.obs_publisher_did WHERE o.obs_id IS NULL",
            "SELECT COUNT(*) FROM cta.sub_array AS s WHERE s.name IN (SELECT sub_array_name FROM cta.obs_config)",
            "SELECT COUNT(*) FROM cta.target_class AS c WHERE EXISTS"
                    + " (SELECT * FROM cta.target AS t WHERE t.target_class = c.name)",
            "SELECT c.name, COUNT(t.name) FROM cta.target_class AS c LEFT JOIN cta.target AS t"
                    + " ON t.target_class = c.name GROUP BY c.name ORDER BY c.name",
            "SELECT o.obs_id, s.target_name FROM ivoa.obsplan AS s LEFT JOIN ivoa.obscore AS o ON o.obs_id = s.obs_id"
                    + " ORDER BY o.obs_id, s.target_name",
            "SELECT execution_status, COUNT(*), SUM(t_exptime) FROM ivoa.obsplan GROUP BY execution_status"
                    + " ORDER BY execution_status",
            "SELECT SUM(access_estsize), AVG(s_ra), MIN(t_min), MAX(t_max), MAX(em_max) FROM ivoa.obscore",
            "SELECT data_rights, COUNT(*) FROM ivoa.obscore GROUP BY data_rights",
            "SELECT COUNT(*) FROM ivoa.obscore WHERE data_rights = 'secure'",
            "SELECT obs_id FROM ivoa.obscore WHERE data_rights <> 'public' OR data_rights IS NULL",
            "SELECT TOP 5 obs_id FROM ivoa.obscore ORDER BY CAST(obs_id AS INTEGER) DESC",
            "SELECT obs_id FROM ivoa.obscore ORDER BY t_min DESC, obs_id OFFSET 3",
            "SELECT obs_id FROM ivoa.obscore WHERE obs_publisher_did = '" + SECRET_ID + "'",
            "SELECT COUNT(*) FROM cta.data_file WHERE obs_publisher_did = '" + SECRET_ID + "'",
            "SELECT COUNT(*) FROM provenance.entity WHERE id = '" + SECRET_ID + "'",
            "SELECT COUNT(*) FROM cta.product_key",
            "SELECT COUNT(*) FROM cta.data_product_secure",
            "SELECT COUNT(*) FROM cta.data_product",
            "SELECT COUNT(*) FROM archive.product_origin",
            "SELECT COUNT(*) FROM access.clue",
            "SELECT COUNT(*) FROM uws.job",
            "SELECT COUNT(*) FROM pg_catalog.pg_stat_all_tables",
            "SELECT hidden('target') FROM cta.site",
            "SELECT access.hidden('target') FROM cta.site",
            "SELECT current_setting('access.groups') FROM cta.site",
            "SELECT obs_id, access_url, access_estsize FROM ivoa.obscore ORDER BY obs_id",
            "SELECT * FROM ivoa.obscore ORDER BY obs_id",
            "SELECT * FROM cta.vo_obscore ORDER BY obs_id",
            "SELECT * FROM ivoa.obscore_hea ORDER BY obs_publisher_did",
            "SELECT * FROM cta.target ORDER BY name",
            "SELECT * FROM cta.proposal ORDER BY proposal_id",
            "SELECT * FROM cta.obs_config ORDER BY obs_config_id",
            "SELECT * FROM tap_schema.tables ORDER BY table_name",
            "SELECT * FROM tap_schema.columns ORDER BY table_name, column_name",
            "SELECT * FROM tap_schema.keys ORDER BY key_id");

    private Shapes() {}

    /** Every query; more than 200. */
    static List<String> all() {
        return Stream.concat(
                        TARGETS.stream()
                                .flatMap(target -> Probes.of(target.table(), target.text(), target.number()).stream()),
                        SPECIAL.stream())
                .toList();
    }
}
