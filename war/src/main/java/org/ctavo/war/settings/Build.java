package org.ctavo.war.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What was built.
 *
 * @param version of the service
 * @param postgres release of the embedded PostgreSQL
 */
public record Build(String version, String postgres) {

    /** The build that runs. */
    public static Build read() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/org/ctavo/war/build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The class path is incomplete.", e);
        }
        return new Build(properties.getProperty("version"), properties.getProperty("postgres.version"));
    }
}
