package dev.commercekit.core.planted;

import java.util.List;

/** What notices bugs. Its text is what people call it. */
public interface Detector {

    /** Returns the names of its test classes. */
    List<String> tests();
}
