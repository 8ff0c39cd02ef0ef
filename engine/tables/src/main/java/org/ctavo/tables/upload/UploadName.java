package org.ctavo.tables.upload;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.tables.TablesFault;

/**
 * One item of the parameter UPLOAD (TAP 1.1, section 2.5.1).
 *
 * @param table name of the table without its schema TAP_UPLOAD
 * @param source where its content is: {@code param:NAME} or a web address
 */
record UploadName(String table, URI source) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final String SCHEMA = "tap_upload.";

    /** All items; the parameter may be sent several times, or hold several items with semicolons between (TAP 1.0). */
    static List<UploadName> all(Parameters parameters, int most) {
        List<UploadName> uploads = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String value : parameters.all("UPLOAD")) {
            for (String item : value.split(";", -1)) {
                if (item.isBlank()) {
                    continue;
                }
                UploadName upload = parse(item.strip());
                if (!names.add(upload.table.toLowerCase(Locale.ROOT))) {
                    throw bad("two tables are called " + upload.table);
                }
                uploads.add(upload);
            }
        }
        if (uploads.size() > most) {
            throw bad("one query may bring " + most + " tables, not " + uploads.size());
        }
        return uploads;
    }

    private static UploadName parse(String item) {
        int comma = item.indexOf(',');
        if (comma < 0) {
            throw bad("'" + clipped(item) + "' has no comma between the table's name and its address");
        }
        String name = item.substring(0, comma).strip();
        if (name.toLowerCase(Locale.ROOT).startsWith(SCHEMA)) {
            name = name.substring(SCHEMA.length());
        }
        if (!NAME.matcher(name).matches()) {
            throw bad(
                    "'" + clipped(name) + "' is no name for a table: letters, digits and underscores, a letter first");
        }
        try {
            URI source = new URI(item.substring(comma + 1).strip());
            if (source.getScheme() == null) {
                throw bad("the address of table " + name + " has no scheme; it is param:NAME or http(s)://…");
            }
            return new UploadName(name, source);
        } catch (URISyntaxException e) {
            throw new Fault(
                    TablesFault.BAD_UPLOAD_PARAMETER, "UPLOAD: the address of table " + name + " is not a URI.", e);
        }
    }

    private static Fault bad(String what) {
        return new Fault(TablesFault.BAD_UPLOAD_PARAMETER, "UPLOAD: " + what + ".");
    }

    private static String clipped(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
