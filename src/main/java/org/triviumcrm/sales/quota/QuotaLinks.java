package org.triviumcrm.sales.quota;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.shared.list.ListLink;

/** Where the rows of what was won are. */
final class QuotaLinks {

    private QuotaLinks() {}

    static String won(QuotaNode node, Period period, @Nullable Long pipeline) {
        ListLink link =
                ListLink.to("/sales/opportunities").is("state", "WON").days("closedOn", period.first(), period.last());
        if (pipeline != null) {
            link = link.is("pipeline", pipeline);
        }
        List<Long> ids = node.counted();
        return (switch (node.subject()) {
                    case COMPANY -> link;
                    case TEAM -> link.is("team", ids.toArray());
                    case PERSON -> link.is("share", node.id());
                    case PRODUCT -> link.is("product", node.id());
                    case REGION -> link.is("territory", node.id());
                })
                .toString();
    }

    /** The page of one's quotas. */
    static String page(QuotaSubject subject, long id) {
        return "/sales/quotas/" + subject + "/" + id;
    }
}
