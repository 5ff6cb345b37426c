package org.triviumcrm.sales.quota;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.shared.list.ListLink;

/** Where the rows of what was attained are. */
final class QuotaLinks {

    private QuotaLinks() {}

    /** Null where no list narrows down to them. */
    static @Nullable String rows(QuotaFilter filter, QuotaNode node, Period period) {
        return switch (filter.measured()) {
            case WON -> won(node, period, filter.pipeline());
            case SIGNED -> gained("/sales/contracts", "signedOn", filter, node, period);
            case RECEIVED -> gained("/sales/receipts", "receivedOn", filter, node, period);
        };
    }

    /** Contracts and receipts are of a person and a team; their products, territories and pipelines are those of their opportunities. */
    private static @Nullable String gained(String list, String day, QuotaFilter filter, QuotaNode node, Period period) {
        if (filter.pipeline() != null) {
            return null;
        }
        ListLink link = ListLink.to(list).days(day, period.first(), period.last());
        return switch (node.subject()) {
            case COMPANY -> link.toString();
            case TEAM -> link.is("team", node.counted().toArray()).toString();
            case PERSON -> link.is("owner", node.id()).toString();
            case PRODUCT, REGION -> null;
        };
    }

    private static String won(QuotaNode node, Period period, @Nullable Long pipeline) {
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
