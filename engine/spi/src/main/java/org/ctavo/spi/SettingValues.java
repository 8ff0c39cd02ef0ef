package org.ctavo.spi;

/** The checked values of all declared settings. Immutable. */
@FunctionalInterface
public interface SettingValues {

    /**
     * The value of a setting, its default where the operator gave none.
     *
     * @param setting one of those declared by {@link Plugin#settings()} or by the service
     * @return never null
     * @throws IllegalArgumentException if the setting was never declared
     */
    <T> T value(Setting<T> setting);
}
