package org.ctavo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ctavo.adql.Adql;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.metadata.Metadata;
import org.ctavo.adql.metadata.TableCatalogue;
import org.ctavo.adql.sql.IvoaFunctions;
import org.ctavo.database.Login;
import org.ctavo.schema.CtaSchemaPlugin;

/** How PostgreSQL means to answer searches: none may read the products from end to end. */
final class SearchPlans {
    private final Adql adql = new Adql(FeatureSet.ALL, IvoaFunctions.declarations());
    private final Metadata metadata = TableCatalogue.of(CtaSchemaPlugin.published());
    private final Login login;

    /** Plans of the query role: what an anonymous caller's queries run under. */
    SearchPlans(Login login) {
        this.login = login;
    }

    /** Those queries that read a table of products from end to end, each with its plan. */
    Map<String, String> scans(List<String> queries, long maxrec) throws SQLException {
        Map<String, String> scans = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pg_catalog");
            for (String query : queries) {
                String sql =
                        adql.translate(adql.check(query, metadata), maxrec + 1).sql();
                List<String> plan = new ArrayList<>();
                Rows.rows(statement, "EXPLAIN " + sql).forEach(row -> plan.add(row.get(0)));
                if (plan.stream().anyMatch(line -> line.contains("Seq Scan on data_product"))) {
                    scans.put(query, plan.stream().collect(Collectors.joining("\n")));
                }
            }
        }
        return scans;
    }
}
