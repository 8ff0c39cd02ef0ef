package org.ctavo.war.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

import org.ctavo.spi.Fault;
import org.ctavo.spi.Setting;

/**
 * Reads settings from a properties file and the environment, strictly: an unknown key, a value that cannot be read or a
 * variable that means nothing stops the start, and all such faults are told at once.
 */
public final class SettingsReader {
    private static final String PREFIX = "CTAVO_";

    /** Variables that are not settings: where the home is, what the start script gives the JVM. */
    private static final Set<String> NOT_SETTINGS = Set.of("CTAVO_HOME", "CTAVO_OPTS", "CTAVO_JAVA", "CTAVO_BUILD");

    private final Map<String, Setting<?>> byKey = new LinkedHashMap<>();
    private final Map<String, Setting<?>> byVariable = new LinkedHashMap<>();

    /**
     * Takes the declarations.
     *
     * @throws IllegalArgumentException if two share a key or an environment variable
     */
    public SettingsReader(List<? extends Setting<?>> declared) {
        for (Setting<?> setting : declared) {
            if (byKey.put(setting.key(), setting) != null || byVariable.put(variable(setting), setting) != null) {
                throw new IllegalArgumentException("Setting " + setting.key() + " is declared twice.");
            }
        }
    }

    /** The environment variable that overrides a setting: {@code CTAVO_DATABASE_URL} for {@code database.url}. */
    public static String variable(Setting<?> setting) {
        return PREFIX + setting.key().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /**
     * Reads and checks everything. Defaults serve where neither the file nor the environment says anything.
     *
     * @param home whose settings file may be missing, and where relative paths begin
     * @param environment of the process
     * @throws Fault {@link StartFault#BAD_SETTINGS} with every fault, one a line
     */
    public Settings read(Home home, Map<String, String> environment) {
        Path file = home.settingsFile();
        List<String> faults = new ArrayList<>();
        Map<String, String> written = written(file);
        for (String key : written.keySet()) {
            if (!byKey.containsKey(key)) {
                faults.add(file + ": unknown setting " + key + hint(key, byKey.keySet())
                        + "; `cta-vo settings` lists them all");
            }
        }
        for (String name : new TreeMap<>(environment).keySet()) {
            if (name.startsWith(PREFIX) && !byVariable.containsKey(name) && !NOT_SETTINGS.contains(name)) {
                faults.add("environment variable " + name + " matches no setting" + hint(name, byVariable.keySet())
                        + "; unset it");
            }
        }
        List<Settings.Effective> effective = new ArrayList<>();
        for (Setting<?> setting : byKey.values()) {
            Settings.Effective value = effective(setting, file, written, environment);
            fault(value).ifPresent(faults::add);
            effective.add(value);
        }
        if (!faults.isEmpty()) {
            throw new Fault(StartFault.BAD_SETTINGS, String.join("\n", faults));
        }
        return new Settings(home, effective);
    }

    private static Settings.Effective effective(
            Setting<?> setting, Path file, Map<String, String> written, Map<String, String> environment) {
        String override = environment.get(variable(setting));
        if (override != null) {
            return new Settings.Effective(setting, override, variable(setting));
        }
        String text = written.get(setting.key());
        return text != null
                ? new Settings.Effective(setting, text, file.toString())
                : new Settings.Effective(setting, setting.defaultText(), "default");
    }

    private static Optional<String> fault(Settings.Effective value) {
        try {
            Objects.requireNonNull(value.setting().reader().apply(value.text()));
            return Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            // A number's own message repeats the text in English of the JDK; ours says what may be written.
            String reason = e instanceof NumberFormatException ? "not a number" : e.getMessage();
            return Optional.of(value.source() + ": " + value.setting().key() + " = " + value.shown() + ": " + reason
                    + "; it is " + value.setting().form());
        }
    }

    /** The keys of a properties file with their values; faults where a key is written twice. */
    private static Map<String, String> written(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Set<String> repeated = new HashSet<>();
        Map<String, String> values = new LinkedHashMap<>();
        Properties collector = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (values.put((String) key, ((String) value).strip()) != null) {
                    repeated.add((String) key);
                }
                return super.put(key, value);
            }
        };
        try (Reader reader = Files.newBufferedReader(file)) {
            collector.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Fault(StartFault.BAD_SETTINGS, file + ": cannot be read as UTF-8 properties", e);
        }
        if (!repeated.isEmpty()) {
            throw new Fault(StartFault.BAD_SETTINGS, file + ": written more than once: " + repeated);
        }
        return values;
    }

    private static String hint(String name, Set<String> known) {
        return Nearest.of(name, known)
                .map(nearest -> " (did you mean " + nearest + "?)")
                .orElse("");
    }
}
