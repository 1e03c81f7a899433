package dev.commercekit;

/** A command named something that does not exist. Queries answer with an empty {@code Optional} instead. */
public final class NotFoundException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;

    /** Creates the error for a kind of thing, such as {@code cart}, and the id under which it was looked for. */
    public NotFoundException(String kind, String id) {
        super("no " + kind + " with id " + id);
        this.kind = kind;
        this.id = id;
    }

    /** Returns the kind of thing that was looked for, such as {@code cart} or {@code sku}. */
    public String kind() {
        return kind;
    }

    /** Returns the id that was looked for. */
    public String id() {
        return id;
    }

    @Override
    public String code() {
        return "not-found";
    }
}
