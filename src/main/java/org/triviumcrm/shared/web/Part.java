package org.triviumcrm.shared.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;

/** A page that can also be asked for without its shell: the fragment {@code part} of the same file, for a dialog. */
public final class Part {

    private Part() {}

    /** The whole page, or its part when a script asks for it. */
    public static String of(HtmxRequest request, String view) {
        return request.isHtmxRequest() && !request.isHistoryRestoreRequest() && !request.isBoosted()
                ? view + " :: part"
                : view;
    }
}
