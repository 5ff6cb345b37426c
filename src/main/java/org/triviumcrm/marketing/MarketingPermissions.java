package org.triviumcrm.marketing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PermissionSource;

/** What roles can allow in marketing. */
@Component
class MarketingPermissions implements PermissionSource {

    @Override
    public List<String> permissions() {
        return List.of(
                "marketing.campaign.view",
                "marketing.campaign.create",
                "marketing.campaign.edit",
                "marketing.campaign.run",
                "marketing.campaign.transfer",
                "marketing.campaign.delete",
                "marketing.campaign.export",
                "marketing.participant.edit",
                "marketing.participant.export",
                "marketing.participant.check",
                "marketing.audience.view",
                "marketing.audience.edit",
                "marketing.audience.delete",
                "marketing.audience.transfer",
                "marketing.audience.export",
                "marketing.mining.view",
                "marketing.mining.run",
                "marketing.return.view",
                "marketing.plan.view",
                "marketing.plan.edit",
                "marketing.term.manage",
                "marketing.lead.view",
                "marketing.lead.create",
                "marketing.lead.edit",
                "marketing.lead.qualify",
                "marketing.lead.delete",
                "marketing.lead.export",
                "marketing.lead.transfer",
                "marketing.score.manage",
                "marketing.capture.manage",
                "marketing.capture.sift");
    }

    @Override
    public List<String> recordTypes() {
        return List.of("campaign", "audience", "lead");
    }
}
