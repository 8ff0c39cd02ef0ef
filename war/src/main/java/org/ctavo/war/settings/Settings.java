package org.ctavo.war.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;

/** The checked values of all declared settings. Immutable. Made by {@link SettingsReader}. */
public final class Settings implements SettingValues {
    private final Home home;
    private final Map<Setting<?>, Effective> values;

    /**
     * A setting with its value and where that came from.
     *
     * @param setting the declaration
     * @param text as it was written
     * @param source the file, the environment variable, or "default"
     */
    public record Effective(Setting<?> setting, String text, String source) {

        /** The text, or stars if it is a secret that was given. */
        public String shown() {
            return setting.secret() && !text.isEmpty() ? "***" : text;
        }

        @Override
        public String toString() {
            return setting.key() + "=" + shown();
        }
    }

    Settings(Home home, List<Effective> effective) {
        this.home = home;
        Map<Setting<?>, Effective> byDeclaration = new LinkedHashMap<>();
        effective.forEach(value -> byDeclaration.put(value.setting(), value));
        this.values = byDeclaration;
    }

    @Override
    public <T> T value(Setting<T> setting) {
        return resolved(setting.reader().apply(of(setting).text()));
    }

    /** Relative paths begin at the home, wherever the process was started. */
    @SuppressWarnings("unchecked") // a path stays a path, a list of paths a list of paths
    private <T> T resolved(T value) {
        if (value instanceof Path path) {
            return (T) home.resolve(path);
        }
        if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Path) {
            return (T) list.stream().map(item -> home.resolve((Path) item)).toList();
        }
        return value;
    }

    /** A setting with its origin. */
    public Effective of(Setting<?> setting) {
        Effective effective = values.get(setting);
        if (effective == null) {
            throw new IllegalArgumentException("Setting " + setting.key() + " was never declared.");
        }
        return effective;
    }

    /** The home they belong to. */
    public Home home() {
        return home;
    }

    /** Every setting, in the order of declaration. */
    public List<Effective> all() {
        return List.copyOf(values.values());
    }

    @Override
    public String toString() {
        return "Settings of " + values.size() + " keys";
    }
}
