package org.triviumcrm.sales.attribution;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.Campaigns;
import org.triviumcrm.sales.opportunity.OpportunityPage;
import org.triviumcrm.sales.opportunity.OpportunityService;
import org.triviumcrm.shared.web.NotFound;

/**
 * Which campaigns have brought an opportunity: from its lead, from who took part, and as people say. It says nothing about the
 * opportunity itself, so it can be said at any time, and most of all once it is won.
 */
@Service
public class AttributionService {

    private final AttributionRepository touches;
    private final OpportunityService opportunities;
    private final Campaigns campaigns;
    private final Companies companies;
    private final Clock clock;

    AttributionService(
            AttributionRepository touches,
            OpportunityService opportunities,
            Campaigns campaigns,
            Companies companies,
            Clock clock) {
        this.touches = touches;
        this.opportunities = opportunities;
        this.campaigns = campaigns;
        this.companies = companies;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer does not see the opportunity */
    @CanSeeAttribution
    @Transactional(readOnly = true)
    public Attribution of(Viewer viewer, long opportunityId) {
        OpportunityPage opportunity = opportunities.page(viewer, opportunityId);
        return new Attribution(
                touches.of(viewer, opportunityId),
                touches.version(opportunityId),
                opportunity.changeable() && viewer.can("sales.attribution.edit"));
    }

    /**
     * Puts what is said in the place of what was known. The day of a touch that a lead or a participant tells
     * stays. Campaigns that the viewer does not see stay as well, named or not; without a share where shares are said and theirs is not.
     *
     * @throws AttributionRefusal when the viewer may only look at the opportunity, a line can't be, shares are not 100 % together, or somebody else has changed it since
     * @throws NotFound when a campaign is new here and the viewer does not see it
     */
    @CanAttribute
    @Transactional
    public void save(Viewer viewer, long opportunityId, SaveAttribution input) {
        OpportunityPage opportunity = opportunities.page(viewer, opportunityId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.zone());
        if (!opportunity.changeable()) {
            throw new AttributionRefusal(null, "sales.opportunity.error.viewOnly", "");
        }
        List<AttributionRule.Said> said = AttributionRule.said(input, companies.latestDay(viewer, clock.instant()));
        touches.hold(opportunity.id());
        if (!touches.version(opportunityId).equals(input.getVersion())) {
            throw new AttributionRefusal(null, "sales.attribution.error.changed", "");
        }
        Map<Long, Touch> known = touches.of(viewer, opportunityId).stream()
                .collect(Collectors.toMap(Touch::campaignId, Function.identity()));
        for (AttributionRule.Said each : said) {
            LocalDate on = each.touchedOn();
            Touch before = known.get(each.campaignId());
            if (before == null) {
                if (campaigns.name(viewer, each.campaignId()) == null) {
                    throw new NotFound();
                }
                touches.admit(opportunityId, each.campaignId());
                touches.touch(
                        opportunityId,
                        each.campaignId(),
                        start(on == null ? today : on),
                        TouchKind.HAND,
                        viewer.personId());
            } else if (on != null && !on.equals(day(before))) {
                if (before.kind() != TouchKind.HAND) {
                    throw new AttributionRefusal(
                            "lines[" + each.line() + "].touchedOn", "sales.attribution.error.known", "");
                }
                touches.begin(opportunityId, each.campaignId(), start(on));
            }
            touches.say(opportunityId, each.campaignId(), each.share());
        }
        Set<Long> kept = said.stream().map(AttributionRule.Said::campaignId).collect(Collectors.toSet());
        for (Touch touch : known.values()) {
            if (touch.campaign() == null && kept.add(touch.campaignId())) {
                touches.say(opportunityId, touch.campaignId(), input.isSaid() ? 0 : null);
            }
        }
        touches.keepOnly(opportunityId, List.copyOf(kept), viewer.personId(), clock.instant());
        touches.reckon(opportunityId);
    }

    /** A new opportunity comes from a lead that a campaign had brought; in the caller's transaction. */
    @CanSeeAttribution
    @Transactional
    public void fromLead(Viewer viewer, long opportunityId, long campaignId, Instant leadCreatedAt) {
        touches.touch(opportunityId, campaignId, leadCreatedAt, TouchKind.LEAD, null);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(companies.zone()).toInstant();
    }

    private LocalDate day(Touch touch) {
        return LocalDate.ofInstant(touch.firstAt(), companies.zone());
    }
}
