package org.ctavo.adql.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.adql.Adql;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.grammar.Limits;
import org.ctavo.adql.metadata.TableCatalogue;
import org.ctavo.adql.unit.VOUnits;
import org.ctavo.database.Logins;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;
import org.ctavo.testing.TestPostgres;

/** A database with a sky of sources, indexed as the service indexes them, and the language to ask for them. */
final class SkyDatabase {
    /** Rows of the large table. */
    static final int SOURCES = 20_000;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE sky.source (id int4 PRIMARY KEY, name text, s_ra float8, s_dec float8, mag float4, n int4,"
                    + " k int2, big int8, flag bool, t timestamp, s_region float8[], pos float8[], em_min float8,"
                    + " em_max float8, spread float8[], counts int4[])",
            // A third all over the sky, a third in a dense field across longitude 0, a third around the south pole.
            "INSERT INTO sky.source SELECT i, 'Source ' || i, ra, decl, (i % 997) / 100.0, i % 500, i % 7,"
                    + " i * 10000000000, i % 2 = 0, timestamp '2026-01-01' + i * interval '1 minute',"
                    + " CASE i % 3 WHEN 0 THEN ARRAY[ra, decl, (i % 50) / 100.0] ELSE sphere.box(ra, decl, 0.5, 1) END,"
                    + " ARRAY[ra, decl], 1e-20 * (1 + i % 1000), 1e-18 * (1 + i % 1000),"
                    + " ARRAY[i, i + 10], ARRAY[i, 2] FROM (SELECT i, CASE i % 3 WHEN 0 THEN random() * 360"
                    + " WHEN 1 THEN CASE WHEN random() < 0.5 THEN 356 + random() * 4 ELSE random() * 4 END"
                    + " ELSE random() * 360 END AS ra, CASE i % 3 WHEN 0 THEN degrees(asin(2 * random() - 1))"
                    + " WHEN 1 THEN -4 + random() * 8 ELSE -90 + 3 * random() END AS decl"
                    + " FROM generate_series(1, " + SOURCES + ") AS i) AS s",
            "INSERT INTO sky.source (id, name) VALUES (0, 'nowhere')",
            "CREATE INDEX source_vec ON sky.source USING gist (sphere.vec(s_ra, s_dec))",
            "CREATE INDEX source_region ON sky.source USING gist (sphere.bounds(s_region))",
            "CREATE INDEX source_pos ON sky.source USING gist (sphere.bounds(pos))",
            "CREATE INDEX source_mag ON sky.source (mag)",
            "CREATE INDEX source_n ON sky.source (n)",
            "CREATE INDEX source_big ON sky.source (big)",
            "CREATE INDEX source_name ON sky.source (name)",
            "CREATE INDEX source_t ON sky.source (t)",
            "CREATE INDEX source_em_min ON sky.source (em_min)",
            "CREATE TABLE sky.target (id int4, name text, ra float8, decl float8, r float8)",
            "INSERT INTO sky.target SELECT id, 'Target ' || id, s_ra, s_dec, 0.1 FROM sky.source"
                    + " WHERE id % 400 = 1",
            "CREATE TABLE sky.secret AS SELECT * FROM sky.source WHERE id % 100 = 1",
            "CREATE INDEX secret_vec ON sky.secret USING gist (sphere.vec(s_ra, s_dec))",
            "CREATE VIEW sky.everything WITH (security_invoker) AS SELECT * FROM sky.source"
                    + " UNION ALL SELECT * FROM sky.secret",
            "GRANT USAGE ON SCHEMA sky TO ctavo_query",
            "GRANT SELECT ON ALL TABLES IN SCHEMA sky TO ctavo_query",
            "ANALYZE sky.source",
            "ANALYZE sky.target",
            "ANALYZE sky.secret");

    private final Connection connection;
    private final Adql adql = new Adql(FeatureSet.ALL, IvoaFunctions.declarations(), Limits.DEFAULT, new VOUnits());
    private final TableCatalogue tables = TableCatalogue.of(List.of(sky()));

    private static final class Shared {
        static final SkyDatabase INSTANCE = open();

        private static SkyDatabase open() {
            try {
                return new SkyDatabase();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The one that all tests of the module read; it ends with them. */
    static SkyDatabase shared() {
        return Shared.INSTANCE;
    }

    private SkyDatabase() throws SQLException {
        Logins logins = TestPostgres.migrated(List.of(SphereMigrations.SET));
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA sky");
            statement.execute("SELECT setseed(0.5)");
            for (String sql : TABLES) {
                statement.execute(sql);
            }
        }
        connection = TestPostgres.connect(logins.query());
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pg_catalog");
            statement.execute("SET default_transaction_read_only = on");
        }
    }

    private static SchemaDescription sky() {
        List<ColumnDescription> source = List.of(
                column("id", "int", null, null, null),
                column("name", "char", "*", null, null),
                column("s_ra", "double", null, null, "deg"),
                column("s_dec", "double", null, null, "deg"),
                column("mag", "float", null, null, "mag"),
                column("n", "int", null, null, null),
                column("k", "short", null, null, null),
                column("big", "long", null, null, null),
                column("flag", "boolean", null, null, null),
                column("t", "char", "*", "timestamp", null),
                column("s_region", "char", "*", "adql:REGION", null),
                column("pos", "double", "2", "point", "deg"),
                column("em_min", "double", null, null, "m"),
                column("em_max", "double", null, null, "m"),
                column("spread", "double", "2", "interval", null),
                column("counts", "int", "*", null, null));
        List<ColumnDescription> target = List.of(
                column("id", "int", null, null, null),
                column("name", "char", "*", null, null),
                column("ra", "double", null, null, "deg"),
                column("decl", "double", null, null, "deg"),
                column("r", "double", null, null, "deg"));
        return new SchemaDescription(
                "sky",
                "",
                Optional.empty(),
                List.of(table("sky.source", source), table("sky.target", target), table("sky.everything", source)));
    }

    private static TableDescription table(String name, List<ColumnDescription> columns) {
        return new TableDescription(name, false, "", Optional.empty(), columns, List.of());
    }

    private static ColumnDescription column(String name, String datatype, String arraysize, String xtype, String unit) {
        return new ColumnDescription(
                name,
                datatype,
                Optional.ofNullable(arraysize),
                Optional.ofNullable(xtype),
                Optional.ofNullable(unit),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                false,
                false);
    }

    Connection connection() {
        return connection;
    }

    Translation translate(String query) {
        return adql.translate(adql.check(query, tables), 1_000_000);
    }

    /** The rows of a query, each its values joined with commas. */
    List<String> rows(String query) throws SQLException {
        return sqlRows(translate(query).sql());
    }

    List<String> sqlRows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(rows.getString(i));
                }
                found.add(String.join(", ", values.stream().map(String::valueOf).toList()));
            }
        }
        return found;
    }

    /** The value of an expression, computed by a query of one row. */
    String value(String expression) throws SQLException {
        return rows("SELECT " + expression + " AS v FROM sky.source WHERE id = 3")
                .get(0);
    }

    /** How PostgreSQL goes about a query. */
    String plan(String query) throws SQLException {
        return String.join("\n", sqlRows("EXPLAIN " + translate(query).sql()));
    }
}
