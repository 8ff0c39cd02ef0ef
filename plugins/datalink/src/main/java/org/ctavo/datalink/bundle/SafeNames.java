package org.ctavo.datalink.bundle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ctavo.archive.ProductFile;

/**
 * Names for files of the archive that are safe wherever they are unpacked: relative, plain ASCII, without a part that
 * leads up or hides, and different even where letter case does not count. The same places get the same names when they
 * come in the same order. For one thread.
 */
final class SafeNames {
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._+=,@~-]");

    private final Map<ProductFile.Location, String> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The name of a file, with slashes between its parts; always the same one for the same place. */
    String of(ProductFile.Location place) {
        return given.computeIfAbsent(place, this::fresh);
    }

    private String fresh(ProductFile.Location place) {
        String path = Pattern.compile("/")
                .splitAsStream(place.root() + "/" + place.path())
                .map(SafeNames::part)
                .collect(Collectors.joining("/"));
        String name = path;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            int slash = path.lastIndexOf('/');
            name = path.substring(0, slash + 1) + number + "-" + path.substring(slash + 1);
        }
        return name;
    }

    /** A name, or a part of one, without what is not safe. */
    static String part(String part) {
        String plain = UNSAFE.matcher(part).replaceAll("_");
        return plain.isEmpty() || plain.startsWith(".") || plain.startsWith("-") ? "_" + plain : plain;
    }
}
