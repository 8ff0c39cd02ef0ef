package org.ctavo.schema.load;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ctavo.schema.load.Intake.Placed;
import org.ctavo.schema.relational.Link;
import org.ctavo.schema.relational.Table;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads metadata from files, one a table of the model: all or nothing, in one transaction. A row whose key is in the
 * database already takes its place. Every fault is told by file, row and column.
 */
public final class Loader {
    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

    private final Database database;
    private final LoadableTables tables = new LoadableTables();

    /** Loads into this database, under its ingest role. */
    public Loader(Database database) {
        this.database = database;
    }

    /**
     * Loads files, and the files of directories.
     *
     * @param paths each file named for a table or class of the model: {@code site.csv}, {@code TimeInterval.ecsv},
     *     {@code proposal.vot}
     * @return what was loaded, or what is wrong
     * @throws Fault of {@link LoadFault} if a file cannot be told or read at all, or the database fails
     */
    public LoadResult load(List<Path> paths) {
        Map<Path, Table> files = new LinkedHashMap<>();
        for (Path path : expanded(paths)) {
            Table table = tables.of(path);
            if (files.containsValue(table)) {
                throw new Fault(
                        LoadFault.UNKNOWN_FILE,
                        path.getFileName() + ": another file is for " + table.name() + " too; join them.");
            }
            files.put(path, table);
        }
        try (Connection connection = database.asIngest()) {
            connection.setAutoCommit(false);
            try {
                LoadResult result = load(connection, files);
                if (result.isLoaded()) {
                    connection.commit();
                }
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new Fault(LoadFault.DATABASE_FAILED, "The database failed; nothing was loaded.", e);
        }
    }

    private static List<Path> expanded(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> entries = Files.list(path)) {
                entries.filter(TableFormat::isKnown).sorted().forEach(files::add);
            } catch (IOException e) {
                throw new Fault(
                        LoadFault.UNREADABLE_FILE, "The directory " + path.getFileName() + " cannot be read.", e);
            }
        }
        return files;
    }

    private LoadResult load(Connection connection, Map<Path, Table> files) throws SQLException {
        CellFaults faults = new CellFaults();
        Map<String, Staged> staged = new LinkedHashMap<>();
        for (Map.Entry<Path, Table> file : files.entrySet()) {
            Staged done = stage(connection, file.getKey(), file.getValue(), faults);
            staged.put(done.table().name(), done);
        }
        execute(connection, "SET LOCAL enable_nestloop = off");
        new StagedChecks(connection, tables.model(), tables.schema(), staged, faults).run();
        if (!faults.isEmpty()) {
            return new LoadResult(Map.of(), 0, faults.kept(), faults.count());
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        for (Staged file : ordered(staged.values())) {
            execute(connection, upsert(file));
            rows.put(file.table().name(), file.rows());
            LOG.debug("Loaded {} rows into {}", file.rows(), file.table().name());
        }
        execute(connection, "DELETE FROM cta.staging");
        return new LoadResult(rows, propagate(connection), List.of(), 0);
    }

    private static Staged stage(Connection connection, Path file, Table table, CellFaults faults) throws SQLException {
        String name = String.valueOf(file.getFileName());
        try (Staging staging = new Staging(connection, table.name())) {
            Intake intake = new Intake(name, table, faults, staging);
            TableFormat.of(file).source(file).read(intake);
            staging.finish();
            return new Staged(name, table, intake.placed(), intake.rows());
        } catch (FileSystemException e) {
            throw new Fault(
                    LoadFault.UNREADABLE_FILE, name + " does not exist or may not be read. Nothing was loaded.", e);
        } catch (IOException e) {
            throw new Fault(
                    LoadFault.UNREADABLE_FILE,
                    name + " cannot be read: " + e.getMessage() + ". Nothing was loaded.",
                    e);
        }
    }

    /** Those that others refer to first. */
    private static List<Staged> ordered(Collection<Staged> files) {
        List<Staged> ordered = new ArrayList<>();
        List<Staged> waiting = new ArrayList<>(files);
        while (!waiting.isEmpty()) {
            Staged next = waiting.stream()
                    .filter(file -> waiting.stream().noneMatch(other -> !other.equals(file) && refers(file, other)))
                    .findFirst()
                    // A circle: the database will tell whether the rows can go in.
                    .orElse(waiting.get(0));
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean refers(Staged file, Staged other) {
        return file.table().links().stream()
                .map(Link::target)
                .anyMatch(other.table().name()::equals);
    }

    private String upsert(Staged file) {
        List<String> names = file.placed().stream()
                .map(Placed::column)
                .map(column -> column.name())
                .toList();
        List<String> key = file.table().primaryKey();
        String list = String.join(", ", names);
        String updates = names.stream()
                .filter(name -> !key.contains(name))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        String conflict = !file.has(key)
                ? ""
                : " ON CONFLICT (" + String.join(", ", key) + ") DO "
                        + (updates.isEmpty() ? "NOTHING" : "UPDATE SET " + updates);
        return "INSERT INTO " + tables.schema().name() + "." + file.table().name() + " (" + list + ") SELECT " + list
                + " FROM " + file.sql() + " AS s ORDER BY s.staged_row" + conflict;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long propagate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT cta.propagate()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
