package org.triviumcrm.insight.home;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.list.ListLink;

/** Where the rows of the home page are. */
final class Deals {

    static final String LIST = "/sales/opportunities";

    private Deals() {}

    /** What tells one from others of the same name; what is null is left out. */
    static String about(@Nullable String... parts) {
        return Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    /** Open ones, of one person or of all in reach. */
    static ListLink open(@Nullable Long owner) {
        ListLink open = ListLink.to(LIST).is("state", "OPEN");
        return owner == null ? open : open.is("owner", owner);
    }
}
