package org.ctavo.preview;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.ctavo.archive.ArchivePlugin;
import org.ctavo.archive.FileStore;
import org.ctavo.preview.store.PictureCache;
import org.ctavo.preview.store.Studio;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.Services;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;

/** Pictures of event lists, drawn from the events themselves when somebody first asks, and kept on disk. */
public final class PreviewPlugin implements Plugin {

    /** Where pictures lie. */
    public static final Setting<List<Path>> DIRECTORY = Setting.paths(
            "preview.directory",
            "previews",
            "One directory for the pictures of event lists that have been drawn. It can be emptied at any time:"
                    + " what is missing is drawn again. Each node may have its own.");

    /** How much of them is kept. */
    public static final Setting<Long> CACHE_SIZE = Setting.bytes(
            "preview.cache-size",
            "512MiB",
            "The size of all pictures that are kept; some 300 kB are drawn of an event list. Those not asked for the"
                    + " longest give way. 0 keeps none: every picture is drawn each time.");

    /** How many are drawn at once. */
    public static final Setting<Integer> DRAWINGS = Setting.wholeNumber(
            "preview.drawings",
            2,
            1,
            64,
            "How many event lists are read and drawn at one time, each by one processor; others wait their turn.");

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(DIRECTORY, CACHE_SIZE, DRAWINGS);
    }

    @Override
    public List<Endpoint> endpoints(Services services) {
        SettingValues settings = services.settings();
        PictureCache cache =
                new PictureCache(settings.value(DIRECTORY).get(0).resolve("event-lists"), settings.value(CACHE_SIZE));
        FileStore store = new FileStore(services.database(), settings.value(ArchivePlugin.ROOTS));
        return List.of(new PreviewEndpoint(
                new Subjects(services.database()),
                new Studio(cache, store, settings.value(DRAWINGS)),
                Clock.systemUTC()));
    }
}
