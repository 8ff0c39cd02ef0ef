package org.ctavo.war.check;

/** What may be wrong with a listed file, and what to do about it. */
public enum FileFault {
    NO_ROOT("lies in a directory that nobody knows", "name the directory of the root in archive.roots"),
    ROOT_AWAY(
            "lies in a directory that is not there or may not be read",
            "mount it, let the service's user read it, or name its new place in archive.roots"),
    MISSING("is not there", "put it back from a copy"),
    OUTSIDE("is a link out of its directory", "put the file itself there, or ingest the directory it lies in"),
    NO_FILE("is not a file", "put the file back in its place"),
    UNREADABLE("cannot be read", "let the service's user read it; if that is so already, look after the disk"),
    SIZE("has another size", "put it back from a copy, or ingest it anew if the change was meant"),
    CHECKSUM("has other bytes (SHA-256)", "put it back from a copy, or ingest it anew if the change was meant");

    private final String words;
    private final String remedy;

    FileFault(String words, String remedy) {
        this.words = words;
        this.remedy = remedy;
    }

    /** What is wrong, after the name of the file. */
    public String words() {
        return words;
    }

    /** What an operator can do. */
    public String remedy() {
        return remedy;
    }
}
