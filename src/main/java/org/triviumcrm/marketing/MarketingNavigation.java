package org.triviumcrm.marketing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** The places of the marketing module. */
@Component
class MarketingNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry(
                        "campaigns",
                        "marketing",
                        "/marketing/campaigns",
                        "speakerphone",
                        150,
                        "marketing.campaign.view"),
                new NavigationEntry(
                        "audiences",
                        "marketing",
                        "/marketing/audiences",
                        "users-group",
                        152,
                        "marketing.audience.view"),
                new NavigationEntry(
                        "mining", "marketing", "/marketing/mining", "sitemap", 153, "marketing.mining.view"),
                new NavigationEntry(
                        "plans", "marketing", "/marketing/plans", "calendar-stats", 145, "marketing.plan.view"),
                new NavigationEntry(
                        "costs", "marketing", "/marketing/costs", "receipt", 155, "marketing.campaign.view"),
                new NavigationEntry(
                        "results", "marketing", "/marketing/results", "chart-bar", 157, "marketing.campaign.view"),
                new NavigationEntry(
                        "leads", "marketing", "/marketing/leads", "user-search", 160, "marketing.lead.view"),
                new NavigationEntry(
                        "campaign-methods",
                        "administration",
                        "/administration/marketing-terms/campaign-methods",
                        "category",
                        862,
                        "marketing.term.manage"),
                new NavigationEntry(
                        "cost-categories",
                        "administration",
                        "/administration/marketing-terms/cost-categories",
                        "receipt",
                        864,
                        "marketing.term.manage"),
                new NavigationEntry(
                        "cost-warning",
                        "administration",
                        "/administration/cost-warning",
                        "gauge",
                        865,
                        "marketing.term.manage"),
                new NavigationEntry(
                        "mining-attributes",
                        "administration",
                        "/administration/mining-attributes",
                        "sitemap",
                        847,
                        "customer.field.manage"),
                new NavigationEntry("scores", "marketing", "/marketing/scores", "gauge", 165, "marketing.score.manage"),
                new NavigationEntry(
                        "suspects",
                        "marketing",
                        "/marketing/suspects",
                        "shield-question",
                        170,
                        "marketing.capture.sift"),
                new NavigationEntry(
                        "captures",
                        "administration",
                        "/administration/captures",
                        "forms",
                        866,
                        "marketing.capture.manage"));
    }

    @Override
    public List<NavigationEntry> creations() {
        return List.of(
                new NavigationEntry(
                        "lead", "marketing", "/marketing/leads/new", "user-search", 15, "marketing.lead.create"),
                new NavigationEntry(
                        "campaign",
                        "marketing",
                        "/marketing/campaigns/new",
                        "speakerphone",
                        40,
                        "marketing.campaign.create"),
                new NavigationEntry(
                        "audience",
                        "marketing",
                        "/marketing/audiences/new",
                        "users-group",
                        42,
                        "marketing.audience.edit"),
                new NavigationEntry(
                        "plan", "marketing", "/marketing/plans/new", "calendar-stats", 45, "marketing.plan.edit"));
    }
}
