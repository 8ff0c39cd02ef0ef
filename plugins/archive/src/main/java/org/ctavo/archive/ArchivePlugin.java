package org.ctavo.archive;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ctavo.spi.MigrationSet;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.Setting;

/** Brings what all plugins of the archive share: its naming authority, its directories, its own tables. */
public final class ArchivePlugin implements Plugin {

    /** Tables beside those of the data model, which they refer to. */
    public static final MigrationSet MIGRATIONS =
            new MigrationSet("archive", "org/ctavo/archive/migrations", Set.of("cta"));

    /** The authority in the identifiers of products. */
    public static final Setting<String> AUTHORITY = Setting.text(
            "archive.authority",
            "ctavo.example",
            "The naming authority in the identifiers of data products (ivo://AUTHORITY/COLLECTION?OBS_ID), as"
                    + " registered in the Virtual Observatory. Choose it before the first ingest: identifiers are"
                    + " meant to last.");

    /** Directories by name. */
    public static final Setting<Map<String, Path>> ROOTS = new Setting<>(
            "archive.roots",
            "Where directories of data lie that were ingested under another path or by another machine, as"
                    + " NAME=DIRECTORY, separated by commas. The names are those that the table archive.file_root"
                    + " lists. Directories that are still where they were ingested from need no entry.",
            "",
            false,
            "NAME=DIRECTORY, separated by commas",
            ArchivePlugin::roots);

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(AUTHORITY, ROOTS);
    }

    @Override
    public List<MigrationSet> migrations() {
        return List.of(MIGRATIONS);
    }

    private static Map<String, Path> roots(String text) {
        Map<String, Path> roots = new LinkedHashMap<>();
        for (String item : text.split(",", -1)) {
            if (item.isBlank()) {
                continue;
            }
            int equals = item.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no NAME=DIRECTORY: " + item.strip());
            }
            roots.put(
                    item.substring(0, equals).strip(),
                    Path.of(item.substring(equals + 1).strip()));
        }
        return Map.copyOf(roots);
    }
}
