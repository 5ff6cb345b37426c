package org.triviumcrm.support.widget;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Websites as browsers name them: scheme, host, port. */
final class Origins {

    static final int MOST = 20;

    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::[0-9]{1,5})?");

    private Origins() {}

    /** One a line, in small letters and without a slash behind; empty when one of them is none, or there are none or too many. */
    static Optional<List<String>> read(String typed) {
        List<String> origins = typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.toLowerCase(Locale.ROOT).replaceAll("/$", ""))
                .map(Origins::withoutUsualPort)
                .distinct()
                .toList();
        boolean good = !origins.isEmpty()
                && origins.size() <= MOST
                && origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches());
        return good ? Optional.of(origins) : Optional.empty();
    }

    /** Browsers leave it away. */
    private static String withoutUsualPort(String origin) {
        return origin.startsWith("https:") ? origin.replaceAll(":443$", "") : origin.replaceAll(":80$", "");
    }
}
