package org.ctavo.obscore;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.adql.Adql;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.metadata.TableCatalogue;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.spi.Caller;
import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is asked by Simple Cone Search and SIA is served by indexes, all the way from the parameters. */
class PlansTest {
    private static final Adql ADQL = new Adql(FeatureSet.ALL, new ObsCorePlugin().functions());
    private static final String PRODUCTS =
            """
            INSERT INTO cta.data_product (obs_publisher_did, dataproduct_type, calib_level, obs_collection, obs_id,
                target_name, s_ra, s_dec, s_region, t_min, t_max, em_min, em_max, data_rights)
            SELECT 'ivo://plan/x?' || i, 'event', 2, 'X', i::text, 'target ' || i % 5000, ra, decl,
                ARRAY[ra, decl, 2.5], 50000 + i * 0.03, 50000.02 + i * 0.03, 1e-19, 1e-17, 'public'
            FROM (SELECT i, (i * 137.508) % 360 AS ra, degrees(asin(2.0 * i / 30000 - 1)) AS decl
                FROM generate_series(1, 29999) AS i) AS g
            """;

    @RegisterExtension
    static Archive archive = new Archive(PRODUCTS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /scs  | RA=83.6&DEC=22&SR=0.5                                     | vec_s_ra
            /scs  | RA=83.6&DEC=22&SR=0.5&VERB=3                              | vec_s_ra
            /sia2 | POS=CIRCLE 83.6 22 0.5                                    | bounds_s_region
            /sia2 | POS=POLYGON 83 21 84 21 84 23                             | bounds_s_region
            /sia2 | POS=RANGE 83 84 21 23                                     | bounds_s_region
            /sia2 | POS=RANGE 83 84 21 23&POS=CIRCLE 1 2 0.3&POS=CIRCLE 9 9 1 | bounds_s_region
            /sia2 | POS=CIRCLE 83.6 22 0.5&BAND=1e-18&TIME=-Inf +Inf          | bounds_s_region
            /sia2 | ID=ivo://plan/x?17                                        | data_product_pkey
            /sia2 | TARGET=target 17                                          | target_name
            /sia2 | TIME=50100 50100.1                                        | t_m
            """)
    void anIndexServesTheSearch(String endpoint, String query, String index) throws SQLException, IOException {
        List<String> plan = plan(adql(endpoint, query));
        assertThat(plan)
                .as(String.join("\n", plan))
                .noneMatch(line -> line.contains("Seq Scan on data_product "))
                .anyMatch(line -> line.contains(index));
    }

    /** The query that an answer says it is of. */
    private static String adql(String endpoint, String query) throws IOException {
        List<String> parameters = new ArrayList<>(List.of("MAXREC", "0"));
        for (String pair : query.split("&", -1)) {
            parameters.addAll(List.of(pair.split("=", 2)));
        }
        String votable = archive.ask(
                        endpoint,
                        RecordingExchange.get(
                                endpoint.equals("/sia2") ? "/query" : "", parameters.toArray(String[]::new)))
                .text();
        return votable.replaceFirst("(?s).*<INFO name=\"QUERY\" value=\"([^\"]*)\".*", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    }

    private static List<String> plan(String adql) throws SQLException {
        String sql = ADQL.translate(ADQL.check(adql, TableCatalogue.of(CtaSchemaPlugin.published())), 1000)
                .sql();
        List<String> plan = new ArrayList<>();
        try (Connection connection = archive.database().asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN " + sql)) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        return plan;
    }
}
