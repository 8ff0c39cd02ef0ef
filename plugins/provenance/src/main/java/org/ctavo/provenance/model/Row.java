package org.ctavo.provenance.model;

import java.time.LocalDateTime;
import java.util.Map;

/** The values of an instance by column; null where there is none. */
public record Row(Map<String, Object> values) {

    /** A text. */
    String text(String column) {
        return (String) values.get(column);
    }

    /** A time, UTC. */
    LocalDateTime time(String column) {
        return (LocalDateTime) values.get(column);
    }
}
