package org.ctavo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.ctavo.database.Login;
import org.ctavo.database.Logins;

/**
 * Fills an empty archive with generated data products and all that the model has behind them, within the database: the
 * same rows in every run. Triggers and indexes are put aside for the time and put back as they were; what the triggers
 * would have done is in the rows. A load that was broken off cannot be taken up again.
 */
final class ProductLoader {
    /** What ten products come from. */
    static final int PRODUCTS_PER_RUN = 10;

    private static final List<String> TABLES = List.of("data_product", "data_product_secure", "data_file");
    private static final long CHUNK = 20_000;
    private static final int WORKERS = 2;

    private final Logins logins;
    private final long start = System.nanoTime();

    ProductLoader(Logins logins) {
        this.logins = logins;
    }

    /**
     * Loads, unless the archive holds these products already.
     *
     * @param products how many; rounded up to whole runs
     */
    void load(long products) throws SQLException, InterruptedException {
        long runs = (products + PRODUCTS_PER_RUN - 1) / PRODUCTS_PER_RUN;
        try (Connection connection = connected();
                Statement statement = connection.createStatement()) {
            if (holds(statement, runs)) {
                return;
            }
            statement.execute("CREATE SCHEMA IF NOT EXISTS bench");
            statement.execute(script("session") + script("model").replace("${runs}", Long.toString(runs)));
            TableShape shape = TableShape.of(connection, "cta");
            vacuum(shape);
            progress("what is behind the products");
            Parallel work = new Parallel(WORKERS, this::connected);
            try {
                shape.setAside(connection, TABLES);
                fill(work, runs);
            } finally {
                shape.restore(connection, work);
            }
            progress("indexes");
            shape.check(connection);
            statement.execute("SELECT access.find_secrets()");
            vacuum(shape);
            statement.execute("CREATE TABLE bench.products AS SELECT " + runs + "::int8 AS runs");
            progress("statistics");
        }
    }

    private static boolean holds(Statement statement, long runs) throws SQLException {
        if (!Rows.is(statement, "SELECT EXISTS (SELECT FROM cta.data_product)")) {
            return false;
        }
        if (!Rows.is(statement, "SELECT to_regclass('bench.products') IS NOT NULL")
                || !Rows.is(statement, "SELECT runs = " + runs + " FROM bench.products")) {
            throw new IllegalStateException("This archive holds other products already, or a load that was broken off;"
                    + " take another home.");
        }
        return true;
    }

    private void fill(Parallel work, long runs) throws SQLException, InterruptedException {
        AtomicLong done = new AtomicLong();
        work.run(LongStream.iterate(0, first -> first < runs, first -> first + CHUNK)
                .mapToObj(first -> (Parallel.Step) connection -> {
                    long last = Math.min(runs, first + CHUNK);
                    chunk(connection, first, last);
                    progress((done.addAndGet(last - first) * PRODUCTS_PER_RUN) + " products");
                })
                .toList());
    }

    private static void chunk(Connection connection, long first, long last) throws SQLException {
        Map<String, String> range = Map.of("${first}", Long.toString(first), "${last}", Long.toString(last));
        try (Statement statement = connection.createStatement()) {
            statement.execute(script("session"));
            statement.execute(filled(script("products"), range)
                    .replace("${table}", "data_product")
                    .replace("${secure}", "false"));
            statement.execute(filled(script("products"), range)
                    .replace("${table}", "data_product_secure")
                    .replace("${secure}", "true"));
            statement.execute(filled(script("files"), range));
        }
    }

    private static String filled(String script, Map<String, String> values) {
        String text = script;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }

    private void vacuum(TableShape shape) throws SQLException, InterruptedException {
        new Parallel(WORKERS, this::connected)
                .run(shape.tables().stream()
                        .map(table -> Parallel.statement("VACUUM (ANALYZE) " + table))
                        .toList());
    }

    private Connection connected() throws SQLException {
        Login owner = logins.owner();
        Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'");
        }
        return connection;
    }

    private void progress(String what) {
        System.err.printf("%,6d s: %s%n", (System.nanoTime() - start) / 1_000_000_000, what);
    }

    private static String script(String name) {
        try (InputStream in =
                Objects.requireNonNull(ProductLoader.class.getResourceAsStream("products/" + name + ".sql"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
