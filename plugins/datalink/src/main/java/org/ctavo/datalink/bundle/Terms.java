package org.ctavo.datalink.bundle;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.ctavo.archive.ProductId;
import org.ctavo.spi.Setting;

/**
 * Where the terms of use of data collections stand.
 *
 * @param addresses by the collection as it is in identifiers
 */
public record Terms(Map<String, URI> addresses) {

    /** The addresses as the operator gives them. */
    public static final Setting<Terms> SETTING = new Setting<>(
            "datalink.terms",
            "Where the terms of use of data collections stand, as COLLECTION=ADDRESS, separated by commas. They are"
                    + " linked to every data product of the collection, and named in packages.",
            "HESS-DL3-DR1=https://www.mpi-hd.mpg.de/hfm/HESS/pages/dl3-dr1/",
            false,
            "COLLECTION=ADDRESS, separated by commas; addresses begin with https:// or http://",
            Terms::read);

    /** Copies the map. */
    public Terms {
        addresses = Map.copyOf(addresses);
    }

    /** The terms of a collection, by its part of an identifier; empty if none are recorded. */
    Optional<URI> ofCollection(String collection) {
        return Optional.ofNullable(addresses.get(collection));
    }

    /** The terms of a product. */
    public Optional<URI> ofProduct(String product) {
        return ofCollection(ProductId.parse(product).collection());
    }

    private static Terms read(String text) {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (String item : text.split(",", -1)) {
            int equals = item.indexOf('=');
            if (item.isBlank()) {
                continue;
            }
            if (equals < 1) {
                throw new IllegalArgumentException("no COLLECTION=ADDRESS: " + item.strip());
            }
            addresses.put(
                    ProductId.pathOf(item.substring(0, equals).strip()),
                    address(item.substring(equals + 1).strip()));
        }
        return new Terms(addresses);
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
