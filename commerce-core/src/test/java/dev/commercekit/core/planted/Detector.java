package dev.commercekit.core.planted;

import java.util.List;

/** What notices bugs. Its text is what people call it. */
public interface Detector {

    /** Stands between the name of a test class and that of a class nested in it or in what it extends, which is run alone. */
    char NESTED = '/';

    /** Returns the names of its test classes. */
    List<String> tests();
}
