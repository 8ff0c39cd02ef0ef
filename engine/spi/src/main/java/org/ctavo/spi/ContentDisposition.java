package org.ctavo.spi;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The header {@code Content-Disposition}: under which name a browser saves an answer, and whether it shows it first
 * (RFC 6266). Clients that are no browsers pass over it. Names may come from strangers: what could lead out of a
 * directory, end the header or hide how a name ends is taken out.
 */
public final class ContentDisposition {
    private static final int LONGEST_STEM = 100;

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("application/x-votable+xml", "vot"),
            Map.entry("application/fits", "fits"),
            Map.entry("image/fits", "fits"),
            Map.entry("application/x-fits-gadf", "fits"),
            Map.entry("text/csv", "csv"),
            Map.entry("text/tab-separated-values", "tsv"),
            Map.entry("text/x-ecsv", "ecsv"),
            Map.entry("application/x-ecsv", "ecsv"),
            Map.entry("application/vnd.apache.parquet", "parquet"),
            Map.entry("application/json", "json"),
            Map.entry("application/xml", "xml"),
            Map.entry("text/xml", "xml"),
            Map.entry("text/html", "html"),
            Map.entry("application/xhtml+xml", "xhtml"),
            Map.entry("text/plain", "txt"),
            Map.entry("image/png", "png"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/svg+xml", "svg"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/x-tar", "tar"),
            Map.entry("application/gzip", "gz"),
            Map.entry("application/zip", "zip"));

    /** Nothing but a tool opens these. Of all others the browser, or what the user told it, knows best. */
    private static final Set<String> FOR_TOOLS = Set.of("fits", "parquet", "tar", "gz", "zip", "bin");

    private ContentDisposition() {}

    /**
     * The header of an answer that has no file name of its own.
     *
     * @param stem its name without an extension, any text
     * @param mediaType of the answer, with or without parameters; tells the extension
     */
    public static String of(String stem, String mediaType) {
        return header(stem, extension(mediaType));
    }

    /**
     * The header of a file.
     *
     * @param fileName with its extension, any text
     */
    public static String file(String fileName) {
        int dot = fileName.lastIndexOf('.');
        boolean hasExtension = dot > 0 && fileName.substring(dot + 1).matches("[A-Za-z0-9]{1,10}");
        return hasExtension ? header(fileName.substring(0, dot), fileName.substring(dot + 1)) : header(fileName, "");
    }

    private static String header(String stem, String extension) {
        String end = extension.isEmpty() ? "" : "." + extension;
        String name = clean(stem) + end;
        String ascii = name.replaceAll("[^A-Za-z0-9._+-]", "_");
        String kind = FOR_TOOLS.contains(extension.toLowerCase(Locale.ROOT)) ? "attachment" : "inline";
        String header = kind + "; filename=\"" + ascii + '"';
        return ascii.equals(name) ? header : header + "; filename*=UTF-8''" + encoded(name);
    }

    /** The end of the name of a file of that type, without a dot; {@code bin} if nothing is known of it. */
    public static String extension(String mediaType) {
        String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return EXTENSIONS.getOrDefault(type, "bin");
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.strip()
                .codePoints()
                // Marks that turn the direction of writing make one name look like another.
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> isTrouble(c) ? '_' : c)
                .limit(LONGEST_STEM)
                .forEach(clean::appendCodePoint);
        String name = clean.toString().replaceFirst("^\\.+", "").strip();
        return name.isEmpty() ? "result" : name;
    }

    private static boolean isTrouble(int c) {
        return Character.isISOControl(c)
                || "/\\:*?\"<>|%;".indexOf(c) >= 0
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    /** As RFC 8187 writes texts that are not ASCII. */
    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
