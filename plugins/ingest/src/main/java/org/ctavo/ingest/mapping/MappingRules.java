package org.ctavo.ingest.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ctavo.archive.ArchivePlugin;
import org.ctavo.archive.DataRights;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;

/**
 * What the operator decides about products.
 *
 * @param authority in identifiers
 * @param collection {@code obs_collection}; empty to tell it from the files
 * @param rights {@code data_rights}; empty to tell them from the collection
 * @param release {@code obs_release_date}
 * @param groups whose members may have what is not public
 */
public record MappingRules(
        String authority,
        Optional<String> collection,
        Optional<DataRights> rights,
        Optional<Instant> release,
        Set<String> groups) {
    private static final String BY_COLLECTION = "by-collection";

    /** {@code obs_collection}. */
    public static final Setting<String> COLLECTION = Setting.text(
            "ingest.collection",
            "",
            "The data collection that ingested event lists belong to (column obs_collection, and part of their"
                    + " identifiers). Left empty, public releases are recognised (HESS-DL3-DR1, CTA-1DC), and others"
                    + " are named after their telescope.");

    /** {@code data_rights}. */
    public static final Setting<String> RIGHTS = Setting.choice(
            "ingest.data-rights",
            BY_COLLECTION,
            List.of(BY_COLLECTION, "public", "proprietary", "secure"),
            "Who may have ingested data: public (anyone, from the release date on), proprietary (anyone may know of"
                    + " them, the groups may have them until the release date) or secure (the groups alone may know of"
                    + " them). by-collection: recognised public releases are public, all others proprietary.");

    /** {@code obs_release_date}. */
    public static final Setting<Optional<Instant>> RELEASE = new Setting<>(
            "ingest.release-date",
            "When ingested data become public, in UTC. Left empty, recognised public releases have theirs, public data"
                    + " are released as of 2000-01-01, and others never.",
            "",
            false,
            "a date, e.g. 2026-01-31 or 2026-01-31T12:00:00",
            MappingRules::date);

    /** Groups. */
    public static final Setting<Set<String>> GROUPS = new Setting<>(
            "ingest.groups",
            "The groups whose members may have ingested data that are proprietary or secure.",
            "",
            false,
            "names separated by commas",
            MappingRules::words);

    /** Copies the groups. */
    public MappingRules {
        groups = Set.copyOf(groups);
    }

    /** All settings of the mapping. */
    public static List<Setting<?>> settings() {
        return List.of(COLLECTION, RIGHTS, RELEASE, GROUPS);
    }

    /** The rules as set. */
    public static MappingRules of(SettingValues values) {
        String collection = values.value(COLLECTION).strip();
        String rights = values.value(RIGHTS);
        return new MappingRules(
                values.value(ArchivePlugin.AUTHORITY).strip(),
                collection.isEmpty() ? Optional.empty() : Optional.of(collection),
                rights.equals(BY_COLLECTION) ? Optional.empty() : Optional.of(DataRights.of(rights)),
                values.value(RELEASE),
                values.value(GROUPS));
    }

    /** All of it as text that changes when any of it does. */
    String summary() {
        return String.join(
                "\n",
                authority,
                collection.orElse(""),
                rights.map(DataRights::word).orElse(""),
                release.map(Instant::toString).orElse(""),
                groups.stream().sorted().collect(Collectors.joining(",")));
    }

    private static Optional<Instant> date(String text) {
        String date = text.strip();
        if (date.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    date.length() == 10
                            ? LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : LocalDateTime.parse(date.replaceFirst("Z$", "")).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date", e);
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
