package dev.commercekit;

/** A value was to be set at a version that is no longer the current one; read it again and decide anew. */
public final class VersionConflictException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;
    private final long expected;

    /** Creates the error for the thing that moved on and the version that the caller expected. */
    public VersionConflictException(String kind, String id, long expected) {
        super(kind + " " + id + " is no longer at version " + expected);
        this.kind = kind;
        this.id = id;
        this.expected = expected;
    }

    /** Returns the kind of thing that moved on, such as {@code product}. */
    public String kind() {
        return kind;
    }

    /** Returns its id. */
    public String id() {
        return id;
    }

    /** Returns the version that the caller expected. */
    public long expected() {
        return expected;
    }

    @Override
    public String code() {
        return "version-conflict";
    }
}
