package org.ctavo.archive.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ctavo.spi.Fault;

/**
 * How the rows of a binary table are laid out.
 *
 * @param rows NAXIS2
 * @param rowBytes NAXIS1
 * @param columns in order
 */
public record TableLayout(long rows, int rowBytes, List<FitsColumn> columns) {
    /** A row holds a whole instrument response; those known stay below 10 MB. */
    private static final long MOST_ROW_BYTES = 64L << 20;

    private static final Pattern TFORM = Pattern.compile("(\\d{0,9})([LXBIJKAEDCMPQ])\\S*");

    /** Copies the list. */
    public TableLayout {
        columns = List.copyOf(columns);
    }

    /** A column by its name, in any letter case. */
    public Optional<FitsColumn> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether all these columns are there. */
    public boolean has(String... names) {
        for (String name : names) {
            if (column(name).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    static TableLayout of(FitsHeader header) {
        long rowBytes = HduSize.axis(header, "NAXIS1");
        long rows = HduSize.axis(header, "NAXIS2");
        if (rowBytes > MOST_ROW_BYTES) {
            throw damaged("has rows of " + rowBytes + " bytes, more than the " + MOST_ROW_BYTES + " allowed");
        }
        int fields = (int) HduSize.bounded(header, "TFIELDS", 999);
        List<FitsColumn> columns = new ArrayList<>();
        long offset = 0;
        for (int i = 1; i <= fields; i++) {
            FitsColumn column = column(header, i, (int) offset);
            columns.add(column);
            offset += column.width();
            if (offset > rowBytes) {
                break;
            }
        }
        if (offset != rowBytes) {
            throw damaged("has columns that do not fill its rows of " + rowBytes + " bytes");
        }
        return new TableLayout(rows, (int) rowBytes, columns);
    }

    private static FitsColumn column(FitsHeader header, int index, int offset) {
        String form = header.text("TFORM" + index).orElseThrow(() -> damaged("has no TFORM" + index));
        Matcher matcher = TFORM.matcher(form);
        if (!matcher.matches()) {
            throw damaged("has a TFORM" + index + " of '" + FitsHeader.clipped(form) + "'");
        }
        int repeat = matcher.group(1).isEmpty() ? 1 : Integer.parseInt(matcher.group(1));
        char type = matcher.group(2).charAt(0);
        long width =
                switch (type) {
                    case 'L', 'B', 'A' -> repeat;
                    case 'X' -> (repeat + 7L) / 8;
                    case 'I' -> 2L * repeat;
                    case 'J', 'E' -> 4L * repeat;
                    case 'M' -> 16L * repeat;
                    case 'Q' -> 16L * Math.min(repeat, 1);
                    case 'P' -> 8L * Math.min(repeat, 1);
                    default -> 8L * repeat;
                };
        if (width > MOST_ROW_BYTES) {
            throw damaged("has a TFORM" + index + " of '" + form + "'");
        }
        OptionalDouble scale = header.number("TSCAL" + index);
        OptionalDouble zero = header.number("TZERO" + index);
        return new FitsColumn(
                header.text("TTYPE" + index).orElse(""),
                type,
                repeat,
                offset,
                (int) width,
                header.text("TUNIT" + index),
                scale.orElse(1),
                zero.orElse(0));
    }

    private static Fault damaged(String what) {
        return new Fault(FitsFault.DAMAGED, "A table " + what + "; the file is damaged.");
    }
}
