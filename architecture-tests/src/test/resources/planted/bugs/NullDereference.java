package planted;

import java.util.Map;

final class NullDereference {
    private NullDereference() {}

    static int length(Map<String, String> names, String key) {
        return names.get(key).length();
    }
}
