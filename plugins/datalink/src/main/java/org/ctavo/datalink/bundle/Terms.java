package org.ctavo.datalink.bundle;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.ctavo.archive.ProductId;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;

/**
 * Under which terms data collections may be used. Collections are named as in identifiers.
 *
 * @param addresses where the terms stand
 * @param texts files with the terms themselves
 */
public record Terms(Map<String, URI> addresses, Map<String, Path> texts) {
    private static final long MOST_TEXT = 1 << 20;

    private static final Setting<Map<String, URI>> ADDRESSES = new Setting<>(
            "datalink.terms",
            "Where the terms of use of data collections stand, as COLLECTION=ADDRESS, separated by commas. They are"
                    + " linked to every data product of the collection, and named in packages.",
            "HESS-DL3-DR1=https://www.mpi-hd.mpg.de/hfm/HESS/pages/dl3-dr1/",
            false,
            "COLLECTION=ADDRESS, separated by commas; addresses begin with https:// or http://",
            text -> read(text, Terms::address));

    private static final Setting<Map<String, Path>> TEXTS = new Setting<>(
            "datalink.terms-files",
            "Text files with the terms of use of data collections, as COLLECTION=FILE, separated by commas. Packages"
                    + " hold a copy, for collections whose terms must go with every copy of the data.",
            "",
            false,
            "COLLECTION=FILE, separated by commas; whole paths",
            text -> read(text, Terms::file));

    /** Copies the maps. */
    public Terms {
        addresses = Map.copyOf(addresses);
        texts = Map.copyOf(texts);
    }

    /** The settings of the terms. */
    public static List<Setting<?>> settings() {
        return List.of(ADDRESSES, TEXTS);
    }

    /** The terms as set. */
    public static Terms of(SettingValues values) {
        return new Terms(values.value(ADDRESSES), values.value(TEXTS));
    }

    /** The terms of a collection, by its part of an identifier; empty if none are recorded. */
    Optional<URI> ofCollection(String collection) {
        return Optional.ofNullable(addresses.get(collection));
    }

    /** The terms of a product. */
    public Optional<URI> ofProduct(String product) {
        return ofCollection(ProductId.parse(product).collection());
    }

    /**
     * The text of a collection's terms; empty if none is recorded.
     *
     * @throws Fault {@code TERMS_MISSING} if its file cannot be read: the data may not go without it
     */
    Optional<byte[]> text(String collection) {
        Path file = texts.get(collection);
        if (file == null) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) <= MOST_TEXT) {
                return Optional.of(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new Fault(
                    PackageFault.TERMS_MISSING,
                    "The terms of use of " + collection + ", which must go with its data, cannot be read at present.",
                    e);
        }
        throw new Fault(PackageFault.TERMS_MISSING, "The terms of use of " + collection + " are too long.");
    }

    private static <T> Map<String, T> read(String text, Function<String, T> value) {
        Map<String, T> values = new LinkedHashMap<>();
        for (String item : text.split(",", -1)) {
            int equals = item.indexOf('=');
            if (item.isBlank()) {
                continue;
            }
            if (equals < 1) {
                throw new IllegalArgumentException("no COLLECTION=: " + item.strip());
            }
            values.put(
                    ProductId.pathOf(item.substring(0, equals).strip()),
                    value.apply(item.substring(equals + 1).strip()));
        }
        return values;
    }

    private static Path file(String text) {
        Path file = Path.of(text);
        if (!file.isAbsolute()) {
            throw new IllegalArgumentException("not a whole path: " + text);
        }
        return file;
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (text.matches("https?://[\\x21-\\x7e]+") && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address: " + text, e);
        }
        throw new IllegalArgumentException("not an address of the web: " + text);
    }
}
