package org.ctavo.war.settings;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Why the service does not start. Messages go to the operator's terminal: they may name files of the server. */
public enum StartFault implements FaultCode {
    /** Settings are unknown or cannot be read. */
    BAD_SETTINGS,
    /** The home directory cannot be written. */
    HOME_NOT_WRITABLE,
    /** Another process uses the home directory. */
    HOME_IN_USE,
    /** The HTTP port is taken, or its address is not this machine's. */
    PORT_TAKEN,
    /** The embedded database cannot be unpacked, created or started. */
    DATABASE_START,
    /** The database's files were written by another major release of PostgreSQL. */
    DATABASE_RELEASE,
    /** A migration failed. */
    DATABASE_MIGRATION,
    /** The database of the settings cannot be reached. */
    DATABASE_UNREACHABLE,
    /** The web container does not start. */
    CONTAINER_START;

    @Override
    public Category category() {
        return Category.EXTERNAL;
    }
}
