package org.ctavo.datalink.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a package holds: the archive's files, and what is written for it. The same products of the same archive make
 * the same manifest.
 *
 * @param documents what is written for it, by name
 * @param files the archive's files, in the order of their names
 * @param hash of all of it, in hexadecimal
 * @param modified when the youngest of its files was written
 */
record Manifest(Map<String, byte[]> documents, List<Basket.Item> files, String hash, Instant modified) {
    /** What the layout depends on beside the content: another layout, another number. */
    private static final String LAYOUT = "package 1\n";

    /** Writes the documents for a basket. */
    static Manifest of(Basket basket, FactsReader reader, Terms terms) throws IOException {
        List<Basket.Item> files = basket.files();
        Map<String, byte[]> documents = new TreeMap<>();
        documents.put("README.txt", ascii(new Readme(basket, terms).text()));
        documents.putAll(IndexTables.of(basket, reader));
        for (String collection : basket.collections()) {
            terms.text(collection).ifPresent(text -> documents.put(termsFile(collection), text));
        }
        StringBuilder sums = new StringBuilder();
        documents.forEach((name, bytes) ->
                sums.append(hex(sha256(), bytes)).append("  ").append(name).append('\n'));
        files.forEach(file -> sums.append(file.listed().sha256())
                .append("  ")
                .append(file.name())
                .append('\n'));
        documents.put("SHA256SUMS", ascii(sums.toString()));
        StringBuilder all = new StringBuilder(LAYOUT).append(sums);
        Instant modified = Instant.EPOCH;
        for (Basket.Item file : files) {
            Instant time = file.listed().modified().truncatedTo(ChronoUnit.SECONDS);
            all.append(time).append(' ').append(file.listed().bytes()).append('\n');
            modified = time.isAfter(modified) ? time : modified;
        }
        return new Manifest(documents, files, hex(sha256(), ascii(all.toString())), modified);
    }

    /** The directory that holds it all once it is unpacked. */
    String directory() {
        return "cta-" + hash.substring(0, 8);
    }

    /** The name of the file with a collection's terms of use. */
    static String termsFile(String collection) {
        return "TERMS-" + SafeNames.part(collection) + ".txt";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(MessageDigest digest, byte[] bytes) {
        return HexFormat.of().formatHex(digest.digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
