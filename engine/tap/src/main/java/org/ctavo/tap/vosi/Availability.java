package org.ctavo.tap.vosi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.ctavo.tap.xml.XmlText;

/**
 * Whether the service is there (VOSI 1.1, section 3).
 *
 * @param available whether it answers queries
 * @param upSince since when; empty if it does not
 * @param notes for people
 */
public record Availability(boolean available, Optional<Instant> upSince, List<String> notes) {

    /** Copies the list. */
    public Availability {
        notes = List.copyOf(notes);
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
