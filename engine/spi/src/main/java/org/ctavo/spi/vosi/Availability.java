package org.ctavo.spi.vosi;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.XmlText;

/**
 * Whether a service is there (VOSI 1.1, section 3).
 *
 * @param available whether it answers
 * @param upSince since when; empty if it does not
 * @param notes for people
 */
public record Availability(boolean available, Optional<Instant> upSince, List<String> notes) {
    private static final int PATIENCE_SECONDS = 5;

    /** Copies the list. */
    public Availability {
        notes = List.copyOf(notes);
    }

    /**
     * That of a service which answers from the database: it is there when a stranger's connection is.
     *
     * @param started when the service did
     */
    public static Availability of(Database database, Instant started) {
        try (Connection connection = database.asCaller(Caller.ANONYMOUS)) {
            if (connection.isValid(PATIENCE_SECONDS)) {
                return new Availability(true, Optional.of(started), List.of());
            }
        } catch (SQLException e) {
            // Told below: availability is a question about just this.
        }
        return new Availability(false, Optional.empty(), List.of("The database does not answer."));
    }

    /** The document. */
    public String document() {
        XmlText xml = new XmlText()
                .raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<vosi:availability"
                        + " xmlns:vosi=\"http://www.ivoa.net/xml/VOSIAvailability/v1.0\">\n")
                .element("vosi:available", Boolean.toString(available));
        upSince.ifPresent(since -> xml.element(
                "vosi:upSince", since.truncatedTo(ChronoUnit.SECONDS).toString()));
        notes.forEach(note -> xml.element("vosi:note", note));
        return xml.raw("</vosi:availability>\n").toString();
    }
}
