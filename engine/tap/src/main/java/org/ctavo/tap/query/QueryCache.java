package org.ctavo.tap.query;

import java.util.LinkedHashMap;
import java.util.Map;

import org.ctavo.tap.schema.MetadataSnapshot;

/**
 * The queries last prepared: clients ask the same over and over. It saves the work of checking and translating; every
 * query is run all the same. Safe for use by any number of threads.
 */
final class QueryCache {
    /** Longer texts are rare, and seldom the same twice. */
    private static final int LONGEST = 4096;

    private static final int MOST = 500;

    /** Everything that a translation depends on. Snapshots are equal only to themselves. */
    private record Key(String adql, long maxrec, MetadataSnapshot metadata) {}

    private final Map<Key, PreparedQuery> queries = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, PreparedQuery> eldest) {
            return size() > MOST;
        }
    };

    /** The query, if it was prepared not long ago; null otherwise. */
    PreparedQuery find(QueryRequest request, MetadataSnapshot metadata) {
        if (!isKept(request)) {
            return null;
        }
        synchronized (queries) {
            return queries.get(new Key(request.adql(), request.maxrec(), metadata));
        }
    }

    void put(QueryRequest request, MetadataSnapshot metadata, PreparedQuery query) {
        if (isKept(request)) {
            synchronized (queries) {
                queries.put(new Key(request.adql(), request.maxrec(), metadata), query);
            }
        }
    }

    private static boolean isKept(QueryRequest request) {
        return request.adql().length() <= LONGEST && request.uploads().tables().isEmpty();
    }
}
