package org.triviumcrm.identity.role;

import static org.triviumcrm.identity.AccessLevel.ALL;
import static org.triviumcrm.identity.AccessLevel.OWN;
import static org.triviumcrm.identity.AccessLevel.TEAM_AND_BELOW;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.triviumcrm.identity.AccessLevel;
import org.triviumcrm.identity.Viewer;

/** The roles that Trivium brings along. All but the administrator's can be changed afterwards. */
enum BuiltInRole {
    ADMINISTRATOR(Map.of(), Viewer.EVERYTHING),
    SALES_MANAGER(
            Map.of(
                    "customer",
                    ALL,
                    "contact",
                    ALL,
                    "opportunity",
                    TEAM_AND_BELOW,
                    "quote",
                    TEAM_AND_BELOW,
                    "contract",
                    TEAM_AND_BELOW,
                    "lead",
                    TEAM_AND_BELOW,
                    "campaign",
                    ALL,
                    "audience",
                    ALL,
                    "ticket",
                    ALL),
            "customer.customer.view create edit delete export transfer",
            "customer.segment.view",
            "customer.contact.view create edit delete export transfer",
            "customer.activity.log",
            "customer.segment.edit",
            "customer.value.view",
            "exchange.import.run",
            "marketing.lead.view create edit qualify delete export transfer",
            "shared.view.share",
            "sales.product.view manage",
            "sales.cost.view manage",
            "sales.pipeline.manage",
            "sales.template.manage",
            "sales.competitor.manage",
            "sales.positioning.view edit",
            "sales.assignment.manage",
            "sales.pool.claim manage",
            "sales.territory.manage",
            "sales.opportunity.view create edit close suspend terminate archive delete export transfer share",
            "sales.quote.view create edit send delete transfer export",
            "sales.contract.view create edit send sign terminate delete transfer export",
            "sales.receivable.view edit remind export",
            "marketing.campaign.view",
            "marketing.participant.check",
            "marketing.audience.view",
            "marketing.plan.view",
            "marketing.return.view",
            "sales.attribution.edit",
            "survey.survey.view",
            "sales.funnel.view",
            "sales.target.manage",
            "sales.forecast.submit adjust",
            "support.ticket.view create",
            "support.report.view",
            "support.article.view",
            "support.care.view manage"),
    SALES_REPRESENTATIVE(
            Map.of(
                    "customer",
                    ALL,
                    "contact",
                    ALL,
                    "opportunity",
                    OWN,
                    "quote",
                    OWN,
                    "contract",
                    OWN,
                    "lead",
                    OWN,
                    "campaign",
                    ALL,
                    "ticket",
                    ALL),
            "customer.customer.view create edit export",
            "customer.segment.view",
            "customer.contact.view create edit export",
            "customer.activity.log",
            "marketing.lead.view create edit qualify",
            "sales.positioning.view",
            "sales.product.view",
            "sales.opportunity.view create edit close suspend export share",
            "sales.quote.view create edit send delete export",
            "sales.contract.view create edit send sign delete export",
            "sales.receivable.view edit remind export",
            "sales.pool.claim",
            "survey.survey.view",
            "marketing.campaign.view",
            "marketing.participant.check",
            "sales.attribution.edit",
            "sales.funnel.view",
            "sales.forecast.submit",
            "support.ticket.view create",
            "support.article.view"),
    MARKETING_MANAGER(
            Map.of("customer", ALL, "contact", ALL, "opportunity", ALL, "lead", ALL, "campaign", ALL, "audience", ALL),
            "customer.customer.view export",
            "customer.segment.view",
            "customer.contact.view export",
            "customer.activity.log",
            "customer.segment.edit",
            "customer.value.view",
            "exchange.import.run",
            "marketing.lead.view create edit qualify delete export transfer",
            "marketing.capture.sift",
            "shared.view.share",
            "sales.positioning.view edit",
            "sales.product.view",
            "sales.opportunity.view export",
            "marketing.campaign.view create edit run transfer delete export",
            "marketing.participant.edit export check",
            "marketing.mining.view run",
            "marketing.audience.view edit delete export transfer",
            "marketing.plan.view edit",
            "marketing.term.manage",
            "marketing.score.manage",
            "survey.survey.view manage export",
            "marketing.return.view",
            "sales.attribution.edit",
            "sales.funnel.view"),
    SERVICE_MANAGER(
            Map.of("customer", ALL, "contact", ALL, "ticket", ALL, "chat", ALL),
            "customer.customer.view create edit export",
            "customer.segment.view",
            "customer.contact.view create edit export",
            "customer.activity.log",
            "customer.segment.edit",
            "customer.value.view",
            "exchange.import.run",
            "shared.view.share",
            "sales.product.view",
            "support.ticket.view create edit reply delete export transfer",
            "support.report.view",
            "support.macro.manage",
            "survey.survey.view manage export",
            "support.article.view write publish export manage",
            "support.chat.view answer export manage",
            "support.queue.manage",
            "support.mail.sort",
            "support.portal.invite manage",
            "support.sla.manage",
            "support.care.view manage"),
    /** Sees the tickets of the queues that he is a member of, besides his own. */
    SERVICE_AGENT(
            Map.of("customer", ALL, "contact", ALL, "ticket", OWN, "chat", OWN),
            "customer.customer.view create edit",
            "customer.segment.view",
            "customer.contact.view create edit",
            "customer.activity.log",
            "sales.product.view",
            "support.ticket.view create edit reply export",
            "support.portal.invite",
            "support.chat.view answer export",
            "survey.survey.view",
            "support.article.view write");

    private final Map<String, AccessLevel> access;
    private final List<String> permissions;

    BuiltInRole(Map<String, AccessLevel> access, String... permissions) {
        this.access = access;
        this.permissions = Arrays.stream(permissions).flatMap(BuiltInRole::each).toList();
    }

    /** {@code a.b.view edit} stands for {@code a.b.view} and {@code a.b.edit}. */
    private static Stream<String> each(String permissions) {
        String[] words = permissions.split(" ");
        String noun = words[0].substring(0, words[0].lastIndexOf('.') + 1);
        words[0] = words[0].substring(noun.length());
        return Arrays.stream(words).map(verb -> noun + verb);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Map<String, AccessLevel> access() {
        return access;
    }

    List<String> permissions() {
        return permissions;
    }
}
