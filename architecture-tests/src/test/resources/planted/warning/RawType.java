package planted;

import java.util.List;

final class RawType {
    private RawType() {}

    static List none() {
        return List.of();
    }
}
