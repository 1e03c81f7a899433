package dev.commercekit.json;

/** The {@code type} of a value is none that is known here: most likely a newer version wrote it. */
public final class UnknownTypeException extends MalformedJsonException {

    private static final long serialVersionUID = 1L;

    /** Creates the error for the place of the {@code type}, and what is wrong there. */
    public UnknownTypeException(String path, String reason) {
        super(path, reason);
    }

    @Override
    public String code() {
        return "unknown-type";
    }
}
