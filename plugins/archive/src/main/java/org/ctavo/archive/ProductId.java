package org.ctavo.archive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ctavo.spi.Fault;

/**
 * The identifier of a data product: an IVOID (IVOA Identifiers 2.0, section 4.1, dataset identifiers), the
 * {@code obs_publisher_did} of ObsCore.
 *
 * @param authority naming authority, such as {@code ctao}
 * @param collection path of the resource: the data collection
 * @param local what tells the products of a collection apart
 */
public record ProductId(String authority, String collection, String local) {
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{2,}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*");
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9._~/-]+");
    private static final Pattern WHOLE = Pattern.compile("(?i:ivo)://([^/?]+)/([^?]+)\\?(.+)");

    /** Checks the parts. */
    public ProductId {
        if (!AUTHORITY.matcher(authority).matches()
                || !PATH.matcher(collection).matches()
                || !LOCAL.matcher(local).matches()) {
            throw new Fault(
                    ArchiveFault.BAD_IDENTIFIER,
                    "ivo://" + authority + "/" + collection + "?" + local
                            + " is not an identifier: letters, digits and . _ ~ - only.");
        }
    }

    /** Makes a collection's name fit for an identifier: every other character becomes an underscore. */
    public static String pathOf(String collection) {
        return collection.replaceAll("[^A-Za-z0-9._~/-]", "_");
    }

    /** Reads an identifier. */
    public static ProductId parse(String text) {
        Matcher matcher = WHOLE.matcher(text);
        if (!matcher.matches()) {
            throw new Fault(
                    ArchiveFault.BAD_IDENTIFIER,
                    "'" + text + "' is not the identifier of a product; it would look like ivo://ctao/DR1?4711.");
        }
        return new ProductId(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    /** The identifier as text. */
    public String text() {
        return "ivo://" + authority + "/" + collection + "?" + local;
    }

    @Override
    public String toString() {
        return text();
    }
}
