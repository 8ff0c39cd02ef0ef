package org.ctavo.tap.query;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.ctavo.adql.sql.ResultColumn;
import org.ctavo.adql.sql.Translation;
import org.ctavo.adql.type.PgType;
import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.spi.Caller;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.tap.result.Ending;
import org.ctavo.tap.result.ResultDescription;
import org.ctavo.tap.result.ResultFormat;
import org.ctavo.tap.result.ResultFormats;
import org.ctavo.tap.result.ResultWriter;
import org.ctavo.testing.TestPostgres;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Measures the way from the database to a written result against COPY in the same form, read and thrown away: no
 * parsing of queries, no HTTP. Not a test: run its main method. Arguments: rows, rounds.
 */
public final class Measurement {
    private static final String TABLE =
            """
            CREATE SCHEMA m;
            CREATE TABLE m.t AS SELECT 'event-list' AS dataproduct_type, 2 AS calib_level,
              'DR1'::text AS obs_collection, 'run-' || i AS obs_id,
              'ivo://example.org/dr1?run-' || i AS obs_publisher_did,
              'https://example.org/datalink/links?ID=run-' || i AS access_url,
              'application/x-votable+xml;content=datalink'::text AS access_format,
              100 + i % 5000::int8 AS access_estsize, 'Target ' || i % 300 AS target_name, random() * 360 AS s_ra,
              asin(random() * 2 - 1) * 57.3 AS s_dec, 5.0::float8 AS s_fov, 53000 + i / 50.0::float8 AS t_min,
              53000.02 + i / 50.0::float8 AS t_max, 1600 + random() * 100 AS t_exptime,
              1.2398e-20 * (1 + random()) AS em_min, 1.2398e-18 * (1 + random()) AS em_max,
              'HESS'::text AS facility_name, 'HESS-I'::text AS instrument_name FROM generate_series(1, ROWS) AS g(i);
            GRANT USAGE ON SCHEMA m TO ctavo_query; GRANT SELECT ON m.t TO ctavo_query;
            VACUUM ANALYZE m.t;
            """;

    private Measurement() {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Logins logins = TestPostgres.freshDatabase();
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            for (String sql : TABLE.replace("ROWS", Integer.toString(rows)).split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
        try (PooledDatabase database = TestPostgres.pools(logins)) {
            Translation all = translation();
            for (int i = 0; i < rounds; i++) {
                System.out.println("round " + (i + 1));
                double binary = floor(database, "COPY (" + all.sql() + ") TO STDOUT (FORMAT binary)");
                double csv = floor(database, "COPY (" + all.sql() + ") TO STDOUT (FORMAT csv)");
                for (String name : List.of("votable", "votable/b", "votable/td", "csv", "tsv")) {
                    double floor = name.equals("votable") || name.equals("votable/b") ? binary : csv;
                    double taken = written(database, all, name);
                    System.out.printf("%-12s %.3f s  %.2f x COPY (%.3f s)%n", name, taken, taken / floor, floor);
                }
            }
        }
        System.exit(0);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Translation translation() {
        List<ResultColumn> columns = new ArrayList<>();
        String order = "TiTTTTTlTddddddddTT";
        String[] names =
                ("dataproduct_type calib_level obs_collection obs_id obs_publisher_did access_url access_format"
                                + " access_estsize target_name s_ra s_dec s_fov t_min t_max t_exptime em_min em_max"
                                + " facility_name instrument_name")
                        .split(" ", -1);
        for (int i = 0; i < names.length; i++) {
            ColumnDescription column =
                    switch (order.charAt(i)) {
                        case 'T' -> ColumnDescription.of(names[i], "char", "*");
                        case 'i' -> ColumnDescription.of(names[i], "int", null);
                        case 'l' -> ColumnDescription.of(names[i], "long", null);
                        default -> ColumnDescription.of(names[i], "double", null);
                    };
            columns.add(new ResultColumn(column, PgType.of(column)));
        }
        return new Translation(
                "SELECT "
                        + String.join(", ", names)
                                .replace("t_min", "t_min::float8")
                                .replace("t_max", "t_max::float8") + " FROM m.t",
                columns);
    }

    private static double floor(PooledDatabase database, String sql) throws Exception {
        long start = System.nanoTime();
        long cpu = cpu();
        long bytes = 0;
        try (Connection connection = database.asCaller(Caller.ANONYMOUS)) {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                bytes += row.length;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-12s %.3f s (%.3f s of CPU) %d MB%n", "COPY", seconds, (cpu() - cpu) / 1e9, bytes / 1_000_000);
        return seconds;
    }

    private static double written(PooledDatabase database, Translation all, String name) throws Exception {
        ResultFormat format = ResultFormats.BUILT_IN.named(name).orElseThrow().format();
        Function<ResultDescription, ResultWriter> writers = format.writers();
        PreparedQuery query = new PreparedQuery(all);
        QueryRequest request = new QueryRequest(
                "",
                format,
                1L << 40,
                Optional.empty(),
                Caller.ANONYMOUS,
                URI.create("http://localhost/cta"),
                Optional.empty(),
                UploadedTables.NONE);
        long start = System.nanoTime();
        long cpu = cpu();
        ResultWriter writer = writers.apply(new ResultDescription(query.columns(), List.of(), List.of()));
        OutputStream out = OutputStream.nullOutputStream();
        try (RowStream rows = new RowStream(
                Session.open(database, request), query.copy(format.rows()).contains("binary"))) {
            rows.start(query.copy(format.rows()));
            for (byte[] row = rows.next(); row != null; row = rows.next()) {
                writer.row(row, rows.offset(), out);
            }
        }
        writer.end(new Ending.Complete(), out);
        System.out.printf("%-12s %.3f s of CPU%n", name, (cpu() - cpu) / 1e9);
        return (System.nanoTime() - start) / 1e9;
    }
}
