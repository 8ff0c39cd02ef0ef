package org.ctavo.war;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.MigrationSet;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;
import org.ctavo.tables.upload.UploadSettings;
import org.ctavo.tap.TapSettings;
import org.ctavo.tap.async.AsyncSettings;
import org.ctavo.tap.schema.TapSchemaMigrations;
import org.ctavo.uws.UwsMigrations;
import org.ctavo.uws.UwsSettings;
import org.ctavo.war.settings.ServiceSettings;

/**
 * The plugins of the service with what they and the engine declare before anything runs.
 *
 * @param all by name
 */
public record Plugins(List<Plugin> all) {

    /** Copies the list, in order of names. */
    public Plugins {
        all = all.stream().sorted(Comparator.comparing(Plugin::name)).toList();
        if (all.stream().map(Plugin::name).distinct().count() != all.size()) {
            throw new IllegalArgumentException("Two plugins share a name.");
        }
    }

    /** Every plugin on the class path. */
    public static Plugins found() {
        return new Plugins(ServiceLoader.load(Plugin.class, Plugins.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Every setting there is. */
    public List<Setting<?>> settings() {
        List<Setting<?>> settings = new ArrayList<>(ServiceSettings.all());
        settings.addAll(TapSettings.all());
        settings.addAll(AsyncSettings.ALL);
        settings.addAll(UploadSettings.all());
        settings.addAll(UwsSettings.ALL);
        all.forEach(plugin -> settings.addAll(plugin.settings()));
        return List.copyOf(settings);
    }

    /** What the plugins publish. */
    public List<SchemaDescription> schemas(SettingValues settings) {
        return all.stream().flatMap(plugin -> plugin.schemas(settings).stream()).toList();
    }

    /** Every migration there is. */
    public List<MigrationSet> migrations() {
        List<MigrationSet> migrations = new ArrayList<>();
        migrations.add(SphereMigrations.SET);
        migrations.add(TapSchemaMigrations.SET);
        migrations.add(UwsMigrations.SET);
        all.forEach(plugin -> migrations.addAll(plugin.migrations()));
        return List.copyOf(migrations);
    }
}
