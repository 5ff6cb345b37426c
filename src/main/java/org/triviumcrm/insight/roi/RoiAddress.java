package org.triviumcrm.insight.roi;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a page of returns. */
final class RoiAddress {

    private RoiAddress() {}

    /** As it is asked for, in another cut. */
    static String of(RoiFilter asked, RoiCut cut) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(RoiFilter.PATH).queryParam("cut", cut);
        add(uri, "from", asked.from());
        add(uri, "to", asked.to());
        add(uri, "model", asked.model());
        add(uri, "bands", asked.bands());
        add(uri, "worst", asked.isWorstFirst() ? "true" : null);
        add(uri, "low", asked.low() == null ? null : asked.low().toPlainString());
        add(uri, "high", asked.high() == null ? null : asked.high().toPlainString());
        add(uri, "spentFrom", asked.spentFrom());
        add(uri, "spentTo", asked.spentTo());
        add(uri, "method", asked.method());
        add(uri, "region", asked.region());
        add(uri, "product", asked.product());
        add(uri, "root", asked.root());
        return uri.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable Object value) {
        if (value != null) {
            uri.queryParam(name, value);
        }
    }
}
