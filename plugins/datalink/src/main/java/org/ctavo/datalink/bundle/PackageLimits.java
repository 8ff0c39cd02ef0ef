package org.ctavo.datalink.bundle;

import java.util.List;

import org.ctavo.spi.Fault;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;

/**
 * How large a package may be.
 *
 * @param mostProducts in one package
 * @param mostBytes of all its files together
 */
public record PackageLimits(int mostProducts, long mostBytes) {
    private static final Setting<Integer> MOST_PRODUCTS = Setting.wholeNumber(
            "datalink.package.most-products",
            1000,
            1,
            100_000,
            "How many data products one package (TAR file or download script) may hold.");

    private static final Setting<Long> MOST_BYTES = Setting.bytes(
            "datalink.package.most-bytes",
            "100GB",
            "How many bytes the files of one package (TAR file or download script) may have together.");

    /** The settings of the limits. */
    public static List<Setting<?>> settings() {
        return List.of(MOST_PRODUCTS, MOST_BYTES);
    }

    /** The limits as set. */
    public static PackageLimits of(SettingValues values) {
        return new PackageLimits(values.value(MOST_PRODUCTS), values.value(MOST_BYTES));
    }

    void checkProducts(int products) {
        if (products > mostProducts) {
            throw new Fault(
                    PackageFault.PACKAGE_TOO_LARGE,
                    "A package holds " + mostProducts + " data products at most; ask for the rest in another.");
        }
    }

    void checkBytes(long bytes) {
        if (bytes > mostBytes) {
            throw new Fault(
                    PackageFault.PACKAGE_TOO_LARGE,
                    "The files have " + bytes + " bytes together, a package " + mostBytes
                            + " at most; ask for fewer data products at once.");
        }
    }
}
