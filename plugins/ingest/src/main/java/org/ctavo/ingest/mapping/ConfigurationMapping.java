package org.ctavo.ingest.mapping;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.ctavo.archive.Product;
import org.ctavo.archive.dl3.ObsIndex;
import org.ctavo.archive.dl3.Observation;
import org.ctavo.archive.fits.FitsHeader;

/** How an observation was configured, in the archive's words. What a header leaves open stays empty. */
final class ConfigurationMapping {
    private static final String CTA = "CTA";

    private final FitsHeader keywords;
    private final Observation observation;

    ConfigurationMapping(FitsHeader keywords, Observation observation) {
        this.keywords = keywords;
        this.observation = observation;
    }

    Product.Configuration configuration() {
        Optional<String> site = site();
        Optional<String> fitsMode = keywords.text("OBS_MODE");
        Optional<String> mode = fitsMode.flatMap(ConfigurationMapping::obsMode);
        return new Product.Configuration(
                keywords.text("TELESCOP").map(name -> isCta() ? "CTAO" : name),
                site.map(name -> "CTAO-" + name.charAt(0)).or(() -> keywords.text("INSTRUME")),
                site,
                subArray(),
                keywords.text("TELLIST"),
                mode,
                fitsMode,
                fitsMode.flatMap(ConfigurationMapping::trackingMode),
                fitsMode.flatMap(ConfigurationMapping::scanMode),
                pointingMode(),
                Optional.of("science"),
                OptionalLong.of(observation.events().obsId()),
                zenith(),
                observation.index().map(ObsIndex.Row::quality).orElse(OptionalInt.empty()));
    }

    private boolean isCta() {
        return keywords.text("TELESCOP")
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(name -> name.equals(CTA) || name.equals("CTAO"))
                .isPresent();
    }

    /** The site of CTA, by the instrument or the response; coordinates in headers are known to be wrong. */
    private Optional<String> site() {
        if (!isCta()) {
            return Optional.empty();
        }
        String words = (keywords.text("INSTRUME").orElse("") + " "
                        + keywords.text("IRF").orElse(""))
                .toLowerCase(Locale.ROOT);
        boolean north = words.contains("north") || words.contains("ctao-n");
        boolean south = words.contains("south") || words.contains("ctao-s");
        if (north == south) {
            return Optional.empty();
        }
        return Optional.of(north ? "North" : "South");
    }

    /** TELLIST is a list of numbers, or the name of an array. */
    private Optional<String> subArray() {
        return keywords.text("TELLIST").filter(list -> list.matches("[A-Za-z].*"));
    }

    private static Optional<String> obsMode(String fits) {
        return switch (fits.toUpperCase(Locale.ROOT)) {
            case "WOBBLE" -> Optional.of("wobble");
            case "ON" -> Optional.of("on");
            case "OFF" -> Optional.of("off");
            case "SCAN", "RASTER", "SLEW" -> Optional.of("scan");
            default -> Optional.empty();
        };
    }

    private static Optional<String> trackingMode(String fits) {
        return switch (fits.toUpperCase(Locale.ROOT)) {
            case "WOBBLE", "ON", "OFF", "POINTING" -> Optional.of("sidereal");
            case "DRIFT" -> Optional.of("fixed-az-el-transit");
            default -> Optional.empty();
        };
    }

    /** The words of the high-energy extension, which counts wobble among the cross maps. */
    private static Optional<String> scanMode(String fits) {
        return switch (fits.toUpperCase(Locale.ROOT)) {
            case "WOBBLE" -> Optional.of("on-the-fly-cross-map");
            case "ON" -> Optional.of("on-source");
            case "OFF" -> Optional.of("on-off");
            case "SCAN", "RASTER" -> Optional.of("raster-map");
            case "SLEW" -> Optional.of("slew");
            default -> Optional.empty();
        };
    }

    /** CONV_DEP is 0 for parallel pointing; its sign tells towards or away. */
    private Optional<String> pointingMode() {
        OptionalDouble depth = keywords.number("CONV_DEP");
        if (depth.isEmpty()) {
            return Optional.empty();
        }
        if (depth.getAsDouble() == 0) {
            return Optional.of("parallel");
        }
        return Optional.of(depth.getAsDouble() > 0 ? "convergent" : "divergent");
    }

    /** Straight up and due north is what headers say that know nothing. */
    private OptionalDouble zenith() {
        OptionalDouble altitude = keywords.number("ALT_PNT");
        double azimuth = keywords.number("AZ_PNT").orElse(0);
        if (altitude.isEmpty()
                || altitude.getAsDouble() < 0
                || altitude.getAsDouble() > 90
                || (altitude.getAsDouble() == 90 && azimuth == 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(90 - altitude.getAsDouble());
    }
}
