package org.ctavo.spi;

/** What the running service offers a plugin. Safe for use by any number of threads. */
public interface Services {

    /** The database, opened as a caller or as the service itself. */
    Database database();

    /** The values of all settings. */
    SettingValues settings();

    /**
     * Queries in ADQL. For endpoints: what decorates query results is made before there are any.
     *
     * @throws UnsupportedOperationException if this service answers none
     */
    default Queries queries() {
        throw new UnsupportedOperationException("This service answers no queries.");
    }
}
