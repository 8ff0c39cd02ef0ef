package org.ctavo.war.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.RequestFault;

/** Reads {@code application/x-www-form-urlencoded} text, in UTF-8, keeping the order. */
final class FormText {
    private FormText() {}

    static List<Parameters.Entry> parse(String text) {
        List<Parameters.Entry> entries = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                entries.add(
                        equals < 0
                                ? new Parameters.Entry(decoded(pair), "")
                                : new Parameters.Entry(
                                        decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
            }
        }
        return entries;
    }

    /**
     * The text itself, if it can be text.
     *
     * @throws Fault {@link RequestFault#BAD_BODY} for a NUL character, which no database takes
     */
    static String checked(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Fault(RequestFault.BAD_BODY, "The parameters hold a NUL character (%00); leave it out.");
        }
        return text;
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return checked(text);
        }
        try {
            return checked(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Fault(
                    RequestFault.BAD_BODY,
                    "The parameters are not URL-encoded: after each % stand two hexadecimal digits; write %25 for a"
                            + " percent sign.",
                    e);
        }
    }
}
