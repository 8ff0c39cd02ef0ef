package org.ctavo.bench;

import java.util.List;

import org.ctavo.spi.Plugin;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;

/** Publishes the synthetic table in TAP where the operator asks for it; otherwise adds nothing. */
public final class BenchPlugin implements Plugin {
    /** Whether the synthetic table is published. */
    public static final Setting<Boolean> PUBLISH = Setting.flag(
            "bench.publish",
            false,
            "Whether the table that `cta-vo bench` fills is published in TAP. The bench sets this for the service"
                    + " it measures; a service in production leaves it off.");

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(PUBLISH);
    }

    @Override
    public List<SchemaDescription> schemas(SettingValues settings) {
        return settings.value(PUBLISH) ? List.of(SyntheticTable.description()) : List.of();
    }
}
