package org.ctavo.spi;

/** What the running service offers a plugin. Safe for use by any number of threads. */
public interface Services {

    /** The database, opened as a caller or as the service itself. */
    Database database();

    /** The values of all settings. */
    SettingValues settings();
}
