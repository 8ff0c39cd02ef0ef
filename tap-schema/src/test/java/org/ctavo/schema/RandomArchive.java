package org.ctavo.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Changes of an archive, at random: few names, so that they meet. Products come, go, change, become secret and open;
 * runs, blocks, collections, aliases and wishes tie them together in ever other ways. What cannot be done does nothing.
 */
final class RandomArchive {
    /** What the changes need. */
    static final String BASE =
            """
            INSERT INTO cta.site (name, facility) VALUES ('S', 'F');
            INSERT INTO cta.sub_array (name, site_name) VALUES ('A', 'S');
            INSERT INTO cta.target (name) SELECT 'T' || n FROM generate_series(0, 4) AS n;
            INSERT INTO cta.proposal (proposal_id, title, proposal_type, status)
                SELECT 'P' || n, 't', 'open-time', 'accepted' FROM generate_series(0, 3) AS n;
            INSERT INTO cta.proposal_member SELECT 'P' || n, 'm', 'M', 'PI' FROM generate_series(0, 3) AS n;
            INSERT INTO cta.obs_config (obs_config_id, obs_type, sub_array_name)
                SELECT 'C' || n, 'science', 'A' FROM generate_series(0, 3) AS n;
            INSERT INTO cta.processing (processing_id) VALUES ('X0'), ('X1');
            """;

    /** Takes away what the changes brought. */
    static final String EMPTY =
            """
            DELETE FROM cta.data_product; DELETE FROM cta.data_product_secure; DELETE FROM cta.acquisition;
            DELETE FROM cta.scheduling_block; DELETE FROM cta.collection; DELETE FROM cta.target_alias;
            DELETE FROM cta.proposal_target;
            """;

    private static final List<String> TARGETS = List.of("T0", "T1", "T2", "T3", "T4");
    private static final List<String> NAMES = List.of("T0", "T1", "T2", "T3", "T4", "A0", "A1", "A2", "nobody's");
    private static final List<String> PROPOSALS = List.of("P0", "P1", "P2", "P3");
    private static final List<String> CONFIGURATIONS = List.of("C0", "C1", "C2", "C3");
    private static final List<String> COLLECTIONS = List.of("K0", "K1", "K2");
    private static final List<String> GROUPS = List.of("g1", "g2", "g3");
    private static final List<Integer> RUNS = List.of(0, 1, 2, 3, 4, 5);
    private static final List<Integer> BLOCKS = List.of(0, 1, 2, 3, 4);

    /** How often each kind of change is made. */
    private enum Change {
        PRODUCT(20),
        PRODUCT_GOES(9),
        SECURE(6),
        OPEN(6),
        RETIE(6),
        RUN(14),
        RUN_GOES(4),
        SCHEDULE(11),
        SCHEDULE_GOES(2),
        BLOCK(11),
        BLOCK_GOES(2),
        COLLECTION(6),
        COLLECTION_GOES(1),
        ALIAS(4),
        ALIAS_GOES(1),
        WISH(4),
        WISH_GOES(1),
        PROPAGATE(1);

        private final int weight;

        Change(int weight) {
            this.weight = weight;
        }
    }

    private final Random random;
    private final List<String> products = new ArrayList<>();

    RandomArchive(Random random) {
        this.random = random;
    }

    /** One to a dozen changes to be made at once; some are taken back. */
    String transaction() {
        StringJoiner text = new StringJoiner(";\n", "BEGIN;\n", random.nextInt(20) == 0 ? ";\nROLLBACK" : ";\nCOMMIT");
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes; i++) {
            text.add(change());
        }
        return text.toString();
    }

    private String change() {
        int total = 0;
        for (Change change : Change.values()) {
            total += change.weight;
        }
        int drawn = random.nextInt(total);
        for (Change change : Change.values()) {
            drawn -= change.weight;
            if (drawn < 0) {
                return sql(change);
            }
        }
        throw new AssertionError();
    }

    private String sql(Change change) {
        return switch (change) {
            case PRODUCT -> product();
            case PRODUCT_GOES -> "DELETE FROM cta.data_product%s WHERE obs_publisher_did = %s"
                    .formatted(either("", "_secure"), known());
            case SECURE -> moved("cta.secure_product(obs_publisher_did, " + groups() + ")");
            case OPEN -> moved("cta.open_product(obs_publisher_did, 'public', '2020-01-01')");
            case RETIE -> retie();
            case RUN -> """
                INSERT INTO cta.acquisition (obs_collection, run_id, ob_id, proposal_id, target_name, obs_config_id)
                VALUES (%s, %d, (SELECT ob_id FROM cta.observation_block WHERE ob_id = %s), %s, %s, %s)
                ON CONFLICT (obs_collection, run_id) DO UPDATE SET ob_id = excluded.ob_id,
                    proposal_id = excluded.proposal_id, target_name = excluded.target_name,
                    obs_config_id = excluded.obs_config_id"""
                    .formatted(
                            one(COLLECTIONS),
                            run(),
                            maybe(5, RUNS),
                            maybe(4, PROPOSALS),
                            maybe(4, TARGETS),
                            maybe(6, CONFIGURATIONS));
            case RUN_GOES -> "DELETE FROM cta.acquisition WHERE obs_collection = %s AND run_id = %d"
                    .formatted(one(COLLECTIONS), run());
            case SCHEDULE -> """
                INSERT INTO cta.scheduling_block (sb_id, priority, status, category, t_planning, proposal_id,
                    target_name, site_name) VALUES (%s, 1, 'Planned', 'Fixed', 1, %s, %s, 'S')
                ON CONFLICT (sb_id) DO UPDATE SET proposal_id = excluded.proposal_id,
                    target_name = excluded.target_name"""
                    .formatted(one(BLOCKS), one(PROPOSALS), maybe(6, TARGETS));
            case SCHEDULE_GOES -> "DELETE FROM cta.scheduling_block AS s WHERE sb_id = " + one(BLOCKS)
                    + " AND NOT EXISTS (SELECT FROM cta.acquisition"
                    + " JOIN cta.observation_block AS b USING (ob_id) WHERE b.sb_id = s.sb_id)";
            case BLOCK -> """
                INSERT INTO cta.observation_block (ob_id, sb_id, sequence, status, obs_config_id)
                SELECT %s, sb_id, 1, 'Planned', %s FROM cta.scheduling_block WHERE sb_id = %s
                ON CONFLICT (ob_id) DO UPDATE SET sb_id = excluded.sb_id, obs_config_id = excluded.obs_config_id;
                INSERT INTO cta.time_interval (ob_id, number, classtype, t_start, t_stop)
                SELECT ob_id, 1, 'GoodTimeInterval', 1, 2 FROM cta.observation_block ON CONFLICT DO NOTHING"""
                    .formatted(one(RUNS), one(CONFIGURATIONS), one(BLOCKS));
            case BLOCK_GOES -> "DELETE FROM cta.observation_block AS b WHERE ob_id = %s AND NOT EXISTS"
                            .formatted(one(RUNS))
                    + " (SELECT FROM cta.acquisition AS a WHERE a.ob_id = b.ob_id)";
            case COLLECTION -> """
                INSERT INTO cta.collection (name, proposal_id, obs_config_id, processing_id) VALUES (%s, %s, %s, %s)
                ON CONFLICT (name) DO UPDATE SET proposal_id = excluded.proposal_id,
                    obs_config_id = excluded.obs_config_id, processing_id = excluded.processing_id"""
                    .formatted(
                            one(COLLECTIONS),
                            maybe(4, PROPOSALS),
                            maybe(4, CONFIGURATIONS),
                            maybe(7, List.of("X0", "X1")));
            case COLLECTION_GOES -> "DELETE FROM cta.collection WHERE name = " + one(COLLECTIONS);
            case ALIAS -> "INSERT INTO cta.target_alias VALUES (%s, %d, 'A%d') ON CONFLICT (target_name, seq)"
                            .formatted(one(TARGETS), 1 + random.nextInt(2), random.nextInt(3))
                    + " DO UPDATE SET alias = excluded.alias";
            case ALIAS_GOES -> "DELETE FROM cta.target_alias WHERE target_name = " + one(TARGETS);
            case WISH -> "INSERT INTO cta.proposal_target VALUES (%s, %s) ON CONFLICT DO NOTHING"
                    .formatted(one(PROPOSALS), one(TARGETS));
            case WISH_GOES -> "DELETE FROM cta.proposal_target WHERE target_name = " + one(TARGETS);
            case PROPAGATE -> "SELECT cta.propagate()";
        };
    }

    private String product() {
        String id = "ivo://t/" + Integer.toHexString(random.nextInt());
        products.add(id);
        boolean secure = random.nextInt(10) < 6;
        return """
                INSERT INTO cta.data_product%s (obs_publisher_did, calib_level, obs_collection, obs_id, run_id, ob_id,
                    sb_id, proposal_id, target_name, data_rights, access_groups)
                VALUES ('%s', 2, %s, 'x', %s, %s, %s, %s, %s, '%s', %s)"""
                .formatted(
                        secure ? "_secure" : "",
                        id,
                        one(COLLECTIONS),
                        maybe(7, RUNS),
                        maybe(3, RUNS),
                        maybe(3, BLOCKS),
                        maybe(3, PROPOSALS),
                        maybe(6, NAMES),
                        secure ? "secure" : "public",
                        secure ? groups() : "'{}'");
    }

    private String moved(String call) {
        return "SELECT " + call + " FROM (SELECT obs_publisher_did FROM cta.data_product UNION ALL"
                + " SELECT obs_publisher_did FROM cta.data_product_secure) AS p WHERE obs_publisher_did = " + known();
    }

    private String retie() {
        String change = random.nextInt(5) == 0
                ? "obs_collection = " + one(COLLECTIONS)
                : either(
                        either("run_id = " + maybe(7, RUNS), "target_name = " + maybe(7, NAMES)),
                        either("sb_id = " + maybe(7, BLOCKS), "proposal_id = " + maybe(7, PROPOSALS)));
        return "UPDATE cta.data_product%s SET %s WHERE obs_publisher_did = %s"
                .formatted(either("", "_secure"), change, known());
    }

    private int run() {
        return random.nextInt(RUNS.size());
    }

    /** A product that came once, and may have gone. */
    private String known() {
        return products.isEmpty() ? "'none'" : one(products);
    }

    /** None, one or two groups. */
    private String groups() {
        StringJoiner list = new StringJoiner(",", "'{", "}'");
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(GROUPS.get(random.nextInt(GROUPS.size())));
        }
        return list.toString();
    }

    private String either(String one, String other) {
        return random.nextBoolean() ? one : other;
    }

    private String one(List<?> values) {
        Object value = values.get(random.nextInt(values.size()));
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : value.toString();
    }

    /** One of these, in so many cases of ten. */
    private String maybe(int often, List<?> values) {
        return random.nextInt(10) < often ? one(values) : "NULL";
    }
}
