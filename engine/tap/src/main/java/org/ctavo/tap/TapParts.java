package org.ctavo.tap;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.ctavo.adql.Adql;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.Services;
import org.ctavo.tap.query.UploadReader;
import org.ctavo.tap.result.ResultFormats;
import org.ctavo.tap.vosi.TapFeatures;

/**
 * What a TAP service is made of.
 *
 * @param services its database and its settings, {@link TapSettings} among them
 * @param plugins whose tables, functions, data models, capabilities and decorators it offers
 * @param adql its language, with the plugins' functions
 * @param formats its formats
 * @param uploads takes the tables that queries bring with them
 * @param retention how long jobs are kept; empty if there is no async
 * @param software name and version of the service, as in an HTTP Server header
 */
public record TapParts(
        Services services,
        List<Plugin> plugins,
        Adql adql,
        ResultFormats formats,
        UploadReader uploads,
        Optional<TapFeatures.Retention> retention,
        String software) {

    /** Copies the list. */
    public TapParts {
        Objects.requireNonNull(services, "services");
        plugins = List.copyOf(plugins);
        Objects.requireNonNull(adql, "adql");
        Objects.requireNonNull(formats, "formats");
        Objects.requireNonNull(uploads, "uploads");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(software, "software");
    }

    /** The whole language, the built-in formats, no uploads and no jobs. */
    public static TapParts of(Services services, List<Plugin> plugins, String software) {
        Adql adql = new Adql(
                FeatureSet.ALL,
                plugins.stream().flatMap(plugin -> plugin.functions().stream()).toList());
        return new TapParts(
                services, plugins, adql, ResultFormats.BUILT_IN, UploadReader.NONE, Optional.empty(), software);
    }

    /** The same with another language. */
    public TapParts with(Adql other) {
        return new TapParts(services, plugins, other, formats, uploads, retention, software);
    }

    /** The same with other formats. */
    public TapParts with(ResultFormats other) {
        return new TapParts(services, plugins, adql, other, uploads, retention, software);
    }

    /** The same with uploads. */
    public TapParts with(UploadReader other) {
        return new TapParts(services, plugins, adql, formats, other, retention, software);
    }

    /** The same with jobs that are kept for some time. */
    public TapParts with(TapFeatures.Retention other) {
        return new TapParts(services, plugins, adql, formats, uploads, Optional.of(other), software);
    }
}
