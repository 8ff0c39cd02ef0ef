package org.ctavo.datalink.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a file that a client asked for (RFC 9110, section 14).
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, itself included
 */
record ByteRange(long first, long last) {
    /** More pieces than any honest client asks for; above, the header is ignored (RFC 9110, section 17.15). */
    private static final int MOST = 32;

    private static final Pattern HEADER = Pattern.compile("(?i:bytes)=(.*)");
    private static final Pattern PIECE = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

    long length() {
        return last - first + 1;
    }

    /**
     * The stretches a Range header asks for.
     *
     * @param header its value
     * @param size of the file in bytes
     * @return empty if the header must be ignored: another unit, bad syntax, or too many or overlapping pieces; an
     *     empty list if it is well-formed and no piece lies within the file
     */
    static Optional<List<ByteRange>> parse(String header, long size) {
        Matcher matcher = HEADER.matcher(header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String[] pieces = matcher.group(1).split(",", MOST + 1);
        if (pieces.length > MOST) {
            return Optional.empty();
        }
        List<ByteRange> ranges = new ArrayList<>();
        for (String text : pieces) {
            Matcher piece = PIECE.matcher(text.strip());
            if (!piece.matches() || (piece.group(1).isEmpty() && piece.group(2).isEmpty())) {
                return Optional.empty();
            }
            if (!piece.group(1).isEmpty()
                    && !piece.group(2).isEmpty()
                    && Long.parseLong(piece.group(1)) > Long.parseLong(piece.group(2))) {
                return Optional.empty();
            }
            within(piece, size).ifPresent(ranges::add);
        }
        return overlap(ranges) ? Optional.empty() : Optional.of(List.copyOf(ranges));
    }

    private static Optional<ByteRange> within(Matcher piece, long size) {
        long first;
        long last = size - 1;
        if (piece.group(1).isEmpty()) {
            first = Math.max(0, size - Long.parseLong(piece.group(2)));
        } else {
            first = Long.parseLong(piece.group(1));
            if (!piece.group(2).isEmpty()) {
                last = Math.min(last, Long.parseLong(piece.group(2)));
            }
        }
        return first > last ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    /** Pieces that overlap could make an answer many times the size of the file. */
    private static boolean overlap(List<ByteRange> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            for (int j = i + 1; j < ranges.size(); j++) {
                if (ranges.get(i).first <= ranges.get(j).last && ranges.get(j).first <= ranges.get(i).last) {
                    return true;
                }
            }
        }
        return false;
    }
}
