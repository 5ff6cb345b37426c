package org.triviumcrm.sales.quota;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.shared.list.ListLink;

/** Where the rows of what was attained are. */
final class QuotaLinks {

    private QuotaLinks() {}

    /** A list where its rows count whole and it narrows down to them, else the page of what counts. */
    static String rows(QuotaFilter filter, QuotaNode node, Period period) {
        boolean all = node.subject() == QuotaSubject.COMPANY && filter.pipeline() == null;
        boolean shared = node.subject() == QuotaSubject.PERSON || node.subject() == QuotaSubject.TEAM;
        return switch (filter.measured()) {
            case WON -> shared ? counted(filter, node, period) : won(node, period, filter.pipeline());
            case SIGNED -> all ? gained("/sales/contracts", "signedOn", period) : counted(filter, node, period);
            case RECEIVED -> all ? gained("/sales/receipts", "receivedOn", period) : counted(filter, node, period);
        };
    }

    private static String counted(QuotaFilter filter, QuotaNode node, Period period) {
        return filter.href(page(node.subject(), node.id()) + "/rows", period, null);
    }

    private static String gained(String list, String day, Period period) {
        return ListLink.to(list).days(day, period.first(), period.last()).toString();
    }

    private static String won(QuotaNode node, Period period, @Nullable Long pipeline) {
        ListLink link =
                ListLink.to("/sales/opportunities").is("state", "WON").days("closedOn", period.first(), period.last());
        if (pipeline != null) {
            link = link.is("pipeline", pipeline);
        }
        return (switch (node.subject()) {
                    case PRODUCT -> link.is("product", node.id());
                    case REGION -> link.is("territory", node.id());
                    case COMPANY, TEAM, PERSON -> link;
                })
                .toString();
    }

    /** The page of one's quotas. */
    static String page(QuotaSubject subject, long id) {
        return "/sales/quotas/" + subject + "/" + id;
    }
}
